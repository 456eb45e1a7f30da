namespace Sward.Discovery.Pipeline;

/// <summary>One step of a pipeline. Its name is its switch in <see cref="DiscoveryOptions.StagesOff"/> and the tag of its counters.</summary>
internal interface IStage
{
    string Name { get; }
}

/// <summary>Proposes notes.</summary>
internal interface ISource : IStage
{
    /// <summary>After this time the page is made without the source.</summary>
    TimeSpan Budget { get; }

    /// <summary>It rests on what people did: not asked for a reader who switched personalisation off.</summary>
    bool IsPersonal => false;

    /// <summary>The next notes after a place in the order of the surface's score, at most <paramref name="count"/>; a source with another order answers all it has at once.</summary>
    ValueTask<Harvest> ReadAsync(FeedContext context, Mark after, int count, CancellationToken ct);

    /// <summary>Why this source proposed the note to this reader.</summary>
    Reason WhyThis(FeedContext context, FeedNote note);
}

/// <summary>Says what may be shown to this reader. A filter protects people, so it has no switch and may not fail.</summary>
internal interface IFilter
{
    string Name { get; }

    bool Keeps(FeedContext context, FeedNote note);
}

/// <summary>Gives a note its place in the order.</summary>
internal interface IScore
{
    long Of(FeedContext context, FeedNote note);
}

/// <summary>Happens after a page is made, and never delays or fails it.</summary>
internal interface ISideEffect : IStage
{
    void Happen(Surface surface, FeedContext context, FeedPage page);
}
