namespace Sward.Mall.Checkout;

/// <summary>What a cart or checkout costs and why, for the page.</summary>
internal sealed record Totals(IReadOnlyList<QuoteStepView> Steps, Money Total)
{
    /// <summary>What gift cards pay of it.</summary>
    public IReadOnlyList<CardUseView> Cards { get; init; } = [];

    /// <summary>What is left to pay, where it is not the total.</summary>
    public Money? Due { get; init; }
}
