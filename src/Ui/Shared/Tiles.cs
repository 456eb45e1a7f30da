using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Contracts.Media;
using Sward.Contracts.Notes;

namespace Sward.Ui;

/// <summary>Something that stands in a waterfall.</summary>
public interface ITile
{
    /// <summary>The partial that draws it; null for what <see cref="Parts"/> draws.</summary>
    string? Partial { get; }
}

/// <summary>A note in a waterfall.</summary>
/// <param name="Liked">Whether the reader has liked it.</param>
/// <param name="Why">Why it is shown, one short sentence; null says nothing.</param>
/// <param name="Slot">Its place in the served page, for signals.</param>
/// <param name="TitleHits">What is marked in the title.</param>
public sealed record NoteTile(
    NoteCard Note, AccountCard Author, MediaCard? Cover, bool Liked = false, string? Why = null, int? Slot = null, IReadOnlyList<TextRange>? TitleHits = null) : ITile
{
    /// <summary>What an impression of it says of where it stood and who proposed it, for signals.</summary>
    public string? Shown { get; init; }

    /// <summary>Whether the card itself says why it is shown; else only its menu does.</summary>
    public bool SaysWhy { get; init; }

    public string? Partial => null;
}

/// <summary>A product in a waterfall.</summary>
/// <param name="NameHits">What is marked in the name.</param>
public sealed record ProductTile(ProductCard Product, MediaCard? Picture, IReadOnlyList<TextRange>? NameHits = null) : ITile
{
    /// <summary>Why it may matter to the reader, one short sentence; null says nothing.</summary>
    public string? Why { get; init; }

    public string Partial => "_ProductCard";
}

/// <summary>A waterfall of tiles with its next page.</summary>
/// <param name="MoreUrl">The same page with the next cursor; null at the end.</param>
/// <param name="RequestId">Names this serving of a feed in signals.</param>
/// <param name="Empty">Drawn when there are no tiles.</param>
/// <param name="ShowEnd">Whether the end says so: for feeds, not for a handful of tiles.</param>
public sealed record Waterfall(
    IReadOnlyList<ITile> Tiles, string? MoreUrl = null, string? RequestId = null, EmptyState? Empty = null, bool ShowEnd = false);
