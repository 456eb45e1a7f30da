namespace Sward.Mall.Pricing.Steps;

/// <summary>Takes off what the deposits of a pre-sale count for beyond themselves.</summary>
internal sealed class DepositStep : IPriceStep
{
    public void Apply(Draft draft)
    {
        foreach (var offer in draft.Input.Offers.Deposits.Where(offer => offer.RunsAt(draft.Input.At)))
        {
            var lines = draft.LinesOf(line => line.SkuId == offer.SkuId);
            var off = offer.BonusMinor * lines.Sum(line => line.Wanted.Units);
            if (off > 0)
            {
                draft.Discount(PriceStep.LineOffer, offer, new Why("deposit", [offer.DepositMinor, offer.CountsAsMinor]), lines, off);
            }
        }
    }
}
