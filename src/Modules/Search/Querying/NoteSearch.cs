using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;

namespace Sward.Search;

/// <summary>Orders of found notes.</summary>
internal enum NoteSort
{
    General,
    Latest,
    Likes,
    Comments,
    Collects,
}

/// <summary>How old found notes may be.</summary>
internal enum Within
{
    Day,
    Week,
    HalfYear,
}

/// <summary>A search among notes. <paramref name="Kind"/> is picture, text or video; null takes all.</summary>
/// <param name="OfFollowed">Only notes of authors whom the reader follows.</param>
/// <param name="Seen">Only notes that the reader opened before, or only those they did not.</param>
/// <param name="Around">Only notes of places in a circle.</param>
internal sealed record NoteSearch(
    Query Query, NoteSort Sort = NoteSort.General, string? Kind = null, Within? Within = null, bool OfFollowed = false, bool? Seen = null, Around? Around = null)
{
    /// <summary>True when nothing but words is asked.</summary>
    public bool IsPlain => this == new NoteSearch(Query);

    /// <summary>Places notes for one reader; null hides what they may not find or did not ask for.</summary>
    public Ranking<NoteMarks> RankFor(long? readerId, Circle circle, DateTimeOffset now, SearchOptions options)
    {
        var oldest = Within switch
        {
            Search.Within.Day => now.AddDays(-1),
            Search.Within.Week => now.AddDays(-7),
            Search.Within.HalfYear => now.AddMonths(-6),
            _ => DateTimeOffset.MinValue,
        };
        var oldestSeconds = oldest.ToUnixTimeSeconds();
        var kind = Term.Of(Kind);

        var freshness = new Freshness(now, options);
        long? Rank(float relevance, in NoteMarks note) =>
            note.PublishedAt.Seconds >= oldestSeconds && (Kind is null || note.Kind == kind) && (!OfFollowed || circle.Following.Contains(note.AuthorId)) && (Around is null || Around.Holds(note.Spot)) && MayFind(note, readerId, circle)
                ? Place(relevance, note, circle, freshness)
                : null;
        var followed = circle.Following.Count > 0;
        double MostOf(in NoteMarks highest) => Ranks.Raised(Ranks.Liking(highest), freshness.Of(highest), followed);
        return Sort is NoteSort.General ? new(Rank, Ranks.Most, MostOf) : new(Rank, Most: null);
    }

    private static bool MayFind(in NoteMarks note, long? readerId, Circle circle) =>
        note.Audience.Includes(readerId, note.AuthorId, circle) && !circle.Muted.Contains(note.AuthorId);

    private long Place(float relevance, in NoteMarks note, Circle circle, Freshness freshness) => Sort switch
    {
        NoteSort.Latest => note.PublishedAt.Seconds,
        NoteSort.Likes => note.Likes,
        NoteSort.Comments => note.Comments,
        NoteSort.Collects => note.Collects,
        _ => Ranks.General(relevance, Ranks.Liking(note), freshness.Of(note), circle.Following.Contains(note.AuthorId)),
    };
}
