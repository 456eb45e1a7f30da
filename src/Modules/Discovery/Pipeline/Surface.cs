namespace Sward.Discovery.Pipeline;

/// <summary>A place where notes are shown, as a table of contents of its stages.</summary>
internal sealed record Surface(string Name)
{
    /// <summary>The first one speaks for notes that waited on the page before.</summary>
    public required IReadOnlyList<ISource> Sources { get; init; }

    /// <summary>Answers when every source failed or is switched off.</summary>
    public ISource? Fallback { get; init; }

    /// <summary>Cheap ones first.</summary>
    public required IReadOnlyList<IFilter> Filters { get; init; }

    public required IScore Score { get; init; }

    /// <summary>What the reader was shown of late comes only when there is nothing else.</summary>
    public bool SkipsSeen { get; init; }

    public Breadth Breadth { get; init; } = Breadth.Any;

    public IReadOnlyList<ISideEffect> SideEffects { get; init; } = [];
}
