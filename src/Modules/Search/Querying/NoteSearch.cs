using Sward.Contracts.Accounts;

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
internal sealed record NoteSearch(Query Query, NoteSort Sort = NoteSort.General, string? Kind = null, Within? Within = null, bool OfFollowed = false)
{
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

        // Freshness counts in whole days: a cursor of a minute ago still fits the ranking of now.
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).ToUnixTimeSeconds();
        var halfLife = TimeSpan.FromDays(options.FreshnessHalfLifeDays).TotalSeconds;
        long? Rank(float relevance, in NoteMarks note) =>
            note.PublishedAt.Seconds >= oldestSeconds && (Kind is null || note.Kind == kind) && (!OfFollowed || circle.Following.Contains(note.AuthorId)) && MayFind(note, readerId, circle)
                ? Place(relevance, note, circle, (today - note.PublishedAt.Seconds) / halfLife)
                : null;
        return new(Rank, Sort is NoteSort.General ? Ranks.Most : null);
    }

    private static bool MayFind(in NoteMarks note, long? readerId, Circle circle)
    {
        if (note.AuthorId == readerId)
        {
            return true;
        }

        return !circle.Blocked.Contains(note.AuthorId) && !circle.Muted.Contains(note.AuthorId) && note.Audience switch
        {
            Audience.Everybody => true,
            Audience.Followers => circle.Following.Contains(note.AuthorId),
            Audience.Friends => circle.Friends.Contains(note.AuthorId),
            _ => false,
        };
    }

    private long Place(float relevance, in NoteMarks note, Circle circle, double halfLives) => Sort switch
    {
        NoteSort.Latest => note.PublishedAt.Seconds,
        NoteSort.Likes => note.Likes,
        NoteSort.Comments => note.Comments,
        NoteSort.Collects => note.Collects,
        _ => Ranks.General(relevance, Ranks.Liking(note.Likes + (2 * note.Collects) + (4 * note.Comments)), Math.Pow(2, -Math.Max(0, halfLives)), circle.Following.Contains(note.AuthorId)),
    };
}

/// <summary>What besides the words moves a result. The words decide first: all the rest together at most doubles what they say.</summary>
internal static class Ranks
{
    private const double Unit = 1_000_000;

    /// <summary>The highest rank for each unit of relevance.</summary>
    public const double Most = Unit * (1 + .5 + .3 + .2);

    public static long General(float relevance, double liking, double freshness, bool isFollowed) =>
        (long)(Unit * relevance * (1 + (.5 * liking) + (.3 * freshness) + (isFollowed ? .2 : 0)));

    /// <summary>Engagement on a scale of 0 to 1, each step ten times the one before, full at ten thousand.</summary>
    public static double Liking(long weighted) => Math.Min(1, Math.Log10(1 + Math.Max(0, weighted)) / 4);
}
