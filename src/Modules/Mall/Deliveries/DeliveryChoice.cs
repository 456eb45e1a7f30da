using Sward.Mall.Checkout;

namespace Sward.Mall.Deliveries;

/// <summary>When large goods shall come, on the page that sells them.</summary>
/// <param name="FormId">The form that the choice is part of.</param>
/// <param name="Wish">What was chosen before.</param>
internal sealed record DeliveryChoice(QuoteLineView Line, string FormId, DeliveryWish Wish);
