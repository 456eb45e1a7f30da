using Sward.Discovery.Experiments.Drafting;

namespace Sward.Discovery.Pipeline;

/// <summary>A note on its way into a page, with its provenance: who proposed it and what it was worth.</summary>
internal readonly record struct Candidate(FeedNote Note, ISource Source, long Score)
{
    /// <summary>What the source said of this pick; null when it gives the same reason for all.</summary>
    public Reason? Why { get; init; }

    /// <summary>Which of two orders picked it, where readers compare them; null where they do not.</summary>
    public DraftTeam? Team { get; init; }

    /// <summary>Its place in the order of the surface is still to come, so that a page may do without it.</summary>
    public bool IsEarly { get; init; }

    /// <summary>The name of its source, and where two orders draft, which of them picked it: <c>for-you/Second</c>.</summary>
    public string Origin => Team is { } team ? DraftedPick.OriginOf(Source.Name, team) : Source.Name;

    public Mark Mark => new(Score, Note.Id);
}

/// <summary>The answer to "why this?": the text <c>discovery.reason.{Code}</c> with <paramref name="About"/> in it.</summary>
/// <param name="IsChannel"><paramref name="About"/> is the code of a channel, which has a name in every language.</param>
internal readonly record struct Reason(string Code, string? About = null, bool IsChannel = false)
{
    /// <summary>The reader's own note that speaks for it; its title is what the reason is about.</summary>
    public long? NoteId { get; init; }

    /// <summary>The reader's own product that speaks for it; its name is what the reason is about.</summary>
    public long? ProductId { get; init; }

    /// <summary><see cref="About"/> is the code of a category of goods.</summary>
    public bool IsCategory { get; init; }

    public static Reason OfChannel(string code, string channel) => new(code, channel, IsChannel: true);
}

/// <summary>What a source found. <paramref name="HasMore"/> when it would find more after the last of them.</summary>
internal readonly record struct Harvest(IReadOnlyList<FeedNote> Notes, bool HasMore)
{
    public static Harvest Nothing { get; } = new([], HasMore: false);

    /// <summary>Notes that the source puts into places of its own.</summary>
    public IReadOnlyList<Pick>? Picks { get; init; }

    /// <summary>Notes for places that are kept for them.</summary>
    public Reserved? Reserved { get; init; }

    public int Count => Notes.Count + (Picks?.Count ?? 0) + (Reserved?.Picks.Count ?? 0);
}

/// <summary>A note in a place that is not its own in the order of the surface, and why.</summary>
internal readonly record struct Pick(FeedNote Note, long Score, Reason Why)
{
    /// <summary>The note's own place in the order is still to come.</summary>
    public bool IsEarly { get; init; }

    /// <summary>Which of two orders picked it.</summary>
    public DraftTeam? Team { get; init; }
}
