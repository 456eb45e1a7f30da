namespace Sward.Mall.Leads;

/// <summary>The form by which a store is asked about goods that are not bought here.</summary>
/// <param name="Open">What this reader has asked and is not answered yet.</param>
/// <param name="Days">After how many days a question is deleted.</param>
/// <param name="Problem">Why the last try was refused.</param>
internal sealed record LeadForm(long ProductId, long StoreId, bool IsSignedIn, bool IsSeller, LeadView? Open, int Days, string? Problem);
