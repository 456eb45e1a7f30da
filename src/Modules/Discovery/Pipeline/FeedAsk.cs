using System.Collections.Frozen;
using Sward.Contracts.Accounts;
using Sward.Discovery.Experiments;
using Sward.Discovery.Filters;
using Sward.Discovery.Goods.Acting;
using Sward.Discovery.Hiding;
using Sward.Discovery.Portrait;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Pipeline;

/// <summary>What somebody wants to see: a page of a surface, and what the surface needs to know.</summary>
internal sealed record FeedAsk(long? ReaderId, int Size, FeedCursor Cursor)
{
    /// <summary>Channel of Discover; null is the recommended one.</summary>
    public string? Channel { get; init; }

    /// <summary>Only these of the people the reader follows; null is all of them.</summary>
    public IReadOnlySet<long>? Among { get; init; }

    /// <summary>The note that related notes are asked for.</summary>
    public FeedNote? Seed { get; init; }

    /// <summary>The product that related goods are asked for.</summary>
    public long? ProductId { get; init; }

    /// <summary>The middle and the radius of what is near.</summary>
    public Vicinity? Around { get; init; }
}

/// <summary>An ask after hydration: with all that filters need to know of the reader.</summary>
internal sealed record FeedContext(FeedAsk Ask, Circle Circle, Hides Hides)
{
    /// <summary>The arms of experiments that the reader meets.</summary>
    public Treatment Treatment { get; init; } = Treatment.None;

    public Personalisation Personalisation { get; init; } = Personalisation.Unsaid;

    /// <summary>What the reader was shown of late; null where it does not matter, and for whom nothing is remembered.</summary>
    public SeenOfReader? Seen { get; init; }

    /// <summary>Topics the reader keeps going straight back from; known where <see cref="Seen"/> is.</summary>
    public IReadOnlySet<InterestKey> Tired { get; init; } = FrozenSet<InterestKey>.Empty;

    /// <summary>What the reader likes, drawn when the first source asks.</summary>
    public Lazy<Task<TastePortrait>> Portrait { get; init; } = new(Task.FromResult(TastePortrait.Empty));

    /// <summary>What the reader did with goods, read when the first source asks; only where goods are suggested.</summary>
    public Lazy<Task<GoodsTaste>> Goods { get; init; } = new(Task.FromResult(GoodsTaste.Empty));
}

/// <summary>A page of candidates in their final order. Signals name the page by <paramref name="RequestId"/>.</summary>
internal sealed record FeedPage(string RequestId, IReadOnlyList<Candidate> Candidates, string? Next);
