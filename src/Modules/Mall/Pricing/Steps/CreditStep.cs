namespace Sward.Mall.Pricing.Steps;

/// <summary>A member's credit comes last, off goods, freight and tax together.</summary>
internal sealed class CreditStep : IPriceStep
{
    public void Apply(Draft draft)
    {
        var credits = draft.Input.Buyer.IsMember ? draft.Input.Offers.Credits : [];
        foreach (var credit in credits.Winners(draft.Input.At, credit => credit.AmountMinor > 0).Where(_ => draft.Lines.Count > 0))
        {
            draft.Credit(credit, new Why("member-credit", [credit.AmountMinor]), credit.AmountMinor);
        }
    }
}
