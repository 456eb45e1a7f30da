using System.ComponentModel.DataAnnotations;

namespace Sward.Search;

/// <summary>Section <c>Search</c> of the configuration.</summary>
internal sealed class SearchOptions
{
    public const int DefaultHeadPostings = 1_000_000;

    /// <summary>Postings that are gathered in memory before they are written to a file: a million are some eight thousand notes and some forty megabytes.</summary>
    [Range(1_000, 100_000_000)]
    public int HeadPostings { get; init; } = DefaultHeadPostings;

    /// <summary>When fewer documents hold all words of a query, those that hold part of them are shown as well.</summary>
    [Range(1, 1_000)]
    public int RelaxBelow { get; init; } = 20;

    /// <summary>How deep anybody can page.</summary>
    [Range(20, 10_000)]
    public int MaxResults { get; init; } = 1_000;

    /// <summary>How deep a visitor without an account can page: two pages.</summary>
    [Range(1, 10_000)]
    public int VisitorResults { get; init; } = 40;

    /// <summary>Of how many of the best notes the text is read to see whether the words stand together.</summary>
    [Range(0, 1_000)]
    public int PhraseDepth { get; init; } = 200;

    /// <summary>Days after which a note is half as fresh.</summary>
    [Range(1, 3_650)]
    public int FreshnessHalfLifeDays { get; init; } = 30;

    /// <summary>Past queries kept for each person.</summary>
    [Range(1, 1_000)]
    public int HistoryKept { get; init; } = 50;

    /// <summary>A query is shown to others only after this many different people searched for it.</summary>
    [Range(2, 1_000)]
    public int PopularFromPeople { get; init; } = 3;

    /// <summary>Days after which a query that nobody repeats is forgotten, with who asked it.</summary>
    [Range(1, 3_650)]
    public int QueriesKeptDays { get; init; } = 180;

    /// <summary>Days within which an order counts for search direct, after its buyer followed the store's card.</summary>
    [Range(1, 90)]
    public int DirectOrderDays { get; init; } = 7;

    /// <summary>Queries that hold one of these words are neither suggested nor hot.</summary>
    public IReadOnlyList<string> BlockedWords { get; init; } = [];

    /// <summary>How many full matches are enough. Sorted by anything but relevance, part matches would stand between the good ones, so they come only when there is nothing else.</summary>
    public int EnoughFor(bool byRelevance) => byRelevance ? RelaxBelow : 1;

    public int DepthFor(long? readerId) => readerId is null ? VisitorResults : MaxResults;
}
