using Sward.Discovery.Pipeline;
using Sward.Discovery.Serving;

namespace Sward.Discovery.Suggesting;

/// <summary>Somebody or something that a reader may like, and why.</summary>
/// <param name="Id">Of an account or a product.</param>
/// <param name="Score">What the sources say of it, added up; the best of a source says about 1.</param>
/// <param name="Why">What the source said that said most.</param>
internal readonly record struct Suggestion(long Id, double Score, Reason Why)
{
    /// <summary>The name of that source.</summary>
    public string Source { get; init; } = "";

    /// <summary>The score as signals and answers tell it.</summary>
    public long Milli => (long)(Score * 1_000);

    /// <summary>The reason as answers give it.</summary>
    /// <param name="title">Of the note or the product that the reason is about.</param>
    public CardReason Explained(ReasonTexts reasons, string? title = null) => new(Why.Code, reasons.TextOf(Why, title), Source, Milli);
}

/// <summary>Proposes people or goods.</summary>
internal interface ISuggests : IStage
{
    /// <summary>It rests on what the reader did: not asked for visitors, nor for a reader who switched personalisation off.</summary>
    bool IsPersonal => false;

    /// <summary>What it has to say, best first; each only once.</summary>
    ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(FeedContext context, CancellationToken ct);
}
