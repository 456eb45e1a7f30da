namespace Sward.Mall.Checkout;

/// <summary>What a cart or checkout costs and why, for the page.</summary>
internal sealed record Totals(IReadOnlyList<QuoteStepView> Steps, Money Total);
