namespace Sward.Mall.Pricing;

/// <summary>A member's credit, taken off at the very end, tax and freight included.</summary>
internal sealed record MemberCredit(string Id, long AmountMinor) : Offer(Id);
