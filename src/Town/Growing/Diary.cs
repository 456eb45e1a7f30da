using Sward.Contracts.Town;

namespace Sward.Town;

/// <summary>A note that was published.</summary>
internal sealed record Page(NoteText Text, TownNote Card, Settler Author);

/// <summary>Everybody writes: each person's notes in their own order, spread over the last 90 days.</summary>
internal static class Diary
{
    private const int Days = 90;

    public static IReadOnlyList<Page> Write(Site site, Gallery gallery, IReadOnlyList<Settler> settlers, Market market) =>
    [
        .. settlers.SelectMany(settler => Schedule(site, settler).Zip(settler.Text.Notes, (at, text) => (settler, text, at)))
            .OrderBy(entry => entry.at)
            .Select(entry => Publish(site, gallery, market, entry.settler, entry.text, entry.at)),
    ];

    private static IReadOnlyList<DateTimeOffset> Schedule(Site site, Settler settler)
    {
        var dice = site.Dice.For($"schedule/{settler.Text.Handle}");

        // Newcomers look around for ten days first, and what they bought has time to arrive.
        var span = Math.Min(Days - 1, (site.Today - settler.Card.JoinedAt).TotalDays - 11);
        return [.. settler.Text.Notes.Select(_ => site.Moment(dice, dice.Between(0.0, span))).Order()];
    }

    private static Page Publish(Site site, Gallery gallery, Market market, Settler author, NoteText text, DateTimeOffset at)
    {
        var purpose = $"notes/{author.Text.Handle}/{text.Title}";
        var dice = site.Dice.For(purpose);
        var title = Phrase.Say(text.Title, dice, at);
        var shape = text.Motifs.Count == 0 ? Shape.Portrait : Scene.Suiting(text.Motifs[0], dice);
        long[] media = text.Motifs.Count == 0
            ? [gallery.Letter(purpose, author.Id, title, at.AddMinutes(-2))]
            : [.. text.Motifs.Select((motif, index) => gallery.Hang(
                $"{purpose}/{index}", author.Id, author.Card.Language, at.AddMinutes(-3), chance => Scene.Draw(motif, shape, chance)))];
        var note = new TownNote(
            site.Ids.Next(at), author.Id, text.Motifs.Count == 0 ? "text" : "picture", title, Phrase.Say(text.Body, dice, at), text.Channel, text.Topics, text.Place,
            media, [.. text.Goods.Select(key => market[key].Card.Id)], text.Bought is null ? null : market[text.Bought].Card.Id, at);
        return new Page(text, note, author);
    }
}
