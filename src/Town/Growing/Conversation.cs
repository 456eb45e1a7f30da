using Sward.Contracts.Town;

namespace Sward.Town;

/// <summary>People talk under the notes: first what the corpus tells of this very note, then small talk that suits it.</summary>
internal sealed class Conversation
{
    private const int Comments = 2500;
    private readonly Site _site;
    private readonly Dice _dice;
    private readonly IReadOnlyList<Settler> _settlers;
    private readonly List<TownComment> _comments = [];
    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);
    private readonly HashSet<(long NoteId, string Words)> _said = [];
    private readonly HashSet<(long NoteId, Settler Guest)> _spoke = [];

    private Conversation(Site site, IReadOnlyList<Settler> settlers)
    {
        _site = site;
        _dice = site.Dice.For("conversation");
        _settlers = settlers;
    }

    public static IReadOnlyList<TownComment> Hold(Site site, IReadOnlyList<Settler> settlers, IReadOnlyList<Page> diary)
    {
        var conversation = new Conversation(site, settlers);
        foreach (var (page, remark) in diary.SelectMany(page => page.Text.Remarks.Select(remark => (page, remark))))
        {
            conversation.Say(page, remark, answers: true);
        }

        var places = conversation._dice.Shuffle(diary.Where(page => site.Today - page.Card.PublishedAt > TimeSpan.FromHours(8)))
            .Select((page, rank) => (Page: page, Heat: 1 / Math.Pow(rank + 8, 0.6), Talk: Fitting(page)))
            .Where(place => place.Talk.Count > 0)
            .ToArray();
        while (conversation._comments.Count < Comments)
        {
            var place = conversation._dice.Pick(places, place => place.Heat);
            conversation.Chat(place.Page, place.Talk);
        }

        return [.. conversation._comments.OrderBy(comment => comment.At)];
    }

    /// <summary>Talk about what the note is about comes first, talk that suits the whole channel comes after it.</summary>
    private static IReadOnlyList<(Remark Remark, double Weight)> Fitting(Page page)
    {
        var text = $"{page.Card.Title} {string.Join(' ', page.Card.Topics)} {page.Card.Body}";
        return
        [
            .. Smalltalk.All.Where(talk => talk.Fits(page.Author.Card.Language, page.Card.Channel, text))
                .SelectMany(talk => talk.Remarks.Select(remark => (remark, talk.Words.Count > 0 ? 4.0 : talk.Channel is "*" ? 0.5 : 1.0))),
        ];
    }

    private void Chat(Page page, IReadOnlyList<(Remark Remark, double Weight)> talk)
    {
        var fresh = talk.Where(line => !_said.Contains((page.Card.Id, line.Remark.Comment))).ToArray();
        if (fresh.Length > 0)
        {
            var line = _dice.Pick(fresh, line => line.Weight / Math.Pow(1 + _uses.GetValueOrDefault(line.Remark.Comment), 3));
            _uses[line.Remark.Comment] = _uses.GetValueOrDefault(line.Remark.Comment) + 1;
            Say(page, line.Remark, answers: _dice.Chance(0.7));
        }
    }

    private void Say(Page page, Remark remark, bool answers)
    {
        _said.Add((page.Card.Id, remark.Comment));
        var at = After(page.Card.PublishedAt);
        var language = page.Author.Card.Language;
        var guests = _settlers.Where(settler => settler != page.Author && settler.Card.JoinedAt < at && settler.Speaks(language)).ToArray();
        var guest = _dice.Pick(guests, settler => settler.DrawnTo(language, page.Card.Channel) * (_spoke.Contains((page.Card.Id, settler)) ? 0.05 : 1));
        _spoke.Add((page.Card.Id, guest));
        var comment = Add(page, guest, replyTo: null, remark.Comment, at);
        if (answers && remark.Answer is not null)
        {
            Add(page, page.Author, comment.Id, remark.Answer, After(at));
        }
    }

    private TownComment Add(Page page, Settler author, long? replyTo, string words, DateTimeOffset at)
    {
        var likes = _dice.Chance(0.45) ? 0 : (int)Math.Pow(_dice.Between(1.0, 3.4), _dice.Between(0.5, 2.6));
        var comment = new TownComment(_site.Ids.Next(at), page.Card.Id, author.Id, replyTo, Phrase.Say(words, _dice, at), likes, at);
        _comments.Add(comment);
        return comment;
    }

    /// <summary>Minutes to days later, mostly within hours, never after today.</summary>
    private DateTimeOffset After(DateTimeOffset moment)
    {
        var later = moment.AddMinutes(3 + Math.Pow(_dice.Between(1.0, 9.5), 3.2));
        return later < _site.Today ? later : moment + ((_site.Today - moment) * _dice.Between(0.05, 0.95));
    }
}
