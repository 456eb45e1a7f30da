using Sward.Mall.Orders;

namespace Sward.Mall.Commissions;

/// <summary>How the money of an order is shared out, as its refunds stand: what the buyer paid and was not given back, with what the platform adds, to the store, the platform and the creators.</summary>
/// <param name="PaidMinor">What is left of the buyer's money: store + platform + creators − subsidy.</param>
/// <param name="SubsidyMinor">What the platform bears of the discounts and pays to the store.</param>
internal sealed record Shares(long PaidMinor, long StoreMinor, long PlatformMinor, long SubsidyMinor, IReadOnlyDictionary<long, long> CreatorMinor)
{
    public static Shares Of(Order order, IEnumerable<LineCommission> commissions)
    {
        var lines = order.Lines.ToDictionary(line => line.Id);
        var kept = commissions.Where(commission => commission.OrderId == order.Id).ToLookup(commission => commission.Kind);
        var platform = kept[CommissionKind.Platform].Sum(commission => commission.KeptMinor(lines[commission.LineId]));
        var creators = kept[CommissionKind.Creator].GroupBy(commission => commission.EarnerId)
            .ToDictionary(earner => earner.Key, earner => earner.Sum(commission => commission.KeptMinor(lines[commission.LineId])));
        var subsidy = order.Lines.Sum(line => line.KeptSubsidyMinor);
        var paid = order.TotalMinor - order.RefundedMinor;
        return new(paid, paid + subsidy - platform - creators.Values.Sum(), platform, subsidy, creators);
    }
}
