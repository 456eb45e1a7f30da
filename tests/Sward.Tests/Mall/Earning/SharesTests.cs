using Sward.Mall.Commissions;
using Sward.Mall.Orders;
using Sward.Mall.Pricing;
using Sward.Tests.Mall.Pricing;

namespace Sward.Tests.Mall.Earning;

/// <summary>What is true of the shares of every order, on random carts under offers that platform and store share.</summary>
public sealed class SharesTests
{
    [Fact]
    public void Partial_refunds_in_any_order_give_back_the_platforms_part_and_the_stores_exactly()
    {
        var random = new Random(21);
        foreach (var input in RandomCarts.Inputs(seed: 21, count: 1_000))
        {
            var order = OrderOf(PriceEngine.Price(input), input.At);
            var commissions = order.Lines.Select(line => CommissionOf(line, random)).ToList();
            var shares = Shares.Of(order, commissions);
            AssertShared(order, shares);
            Assert.Equal(order.Lines.Sum(SubsidyOf), shares.SubsidyMinor);

            while (order.Lines.Where(line => line.RefundedMinor < line.TotalMinor).ToList() is { Count: > 0 } open)
            {
                var line = open[random.Next(open.Count)];
                var left = line.TotalMinor - line.RefundedMinor;
                var minor = random.Next(3) == 0 ? left : random.NextInt64(1, left + 1);
                line.CountRefund(minor);
                order.CountRefund(minor, "test", input.At);

                var after = Shares.Of(order, commissions);
                AssertShared(order, after);
                Assert.InRange(after.SubsidyMinor, 0, shares.SubsidyMinor);
                // What the buyer gets back is what the others give back, less what the platform has of its own part again.
                Assert.Equal(minor, shares.StoreMinor - after.StoreMinor + shares.PlatformMinor - after.PlatformMinor - (shares.SubsidyMinor - after.SubsidyMinor));
                shares = after;
            }

            // Goods that cost the buyer nothing cannot be refunded: the platform's part of them stays with the store.
            Assert.Equal((0, order.Lines.Where(line => line.TotalMinor == 0).Sum(SubsidyOf)), (shares.PaidMinor, shares.SubsidyMinor));
        }
    }

    private static void AssertShared(Order order, Shares shares)
    {
        Assert.Equal(order.TotalMinor - order.RefundedMinor, shares.PaidMinor);
        Assert.Equal(shares.PaidMinor + shares.SubsidyMinor, shares.StoreMinor + shares.PlatformMinor);
    }

    private static long SubsidyOf(OrderLine line) => Enumerable.Range(0, line.Units).Sum(line.UnitSubsidyMinor);

    private static Order OrderOf(PricedCart cart, DateTimeOffset at)
    {
        var order = new Order
        {
            Id = 1,
            Number = "1",
            Currency = cart.Currency,
            PlacedAt = at,
            TotalMinor = cart.TotalMinor,
            Lines = [.. cart.Lines.Select((line, i) => new OrderLine
            {
                Id = i,
                ProductName = "Tea",
                Units = line.Wanted.Units,
                UnitGoodsMinor = line.UnitGoodsMinor,
                UnitFreightMinor = line.UnitFreightMinor,
                UnitTaxMinor = line.UnitTaxMinor,
                UnitCreditMinor = line.UnitCreditMinor,
                UnitGoodsSubsidyMinor = line.UnitGoodsSubsidyMinor,
                UnitFreightSubsidyMinor = line.UnitFreightSubsidyMinor,
                TotalMinor = line.TotalMinor,
            })],
        };
        // Its refunds move nothing but money.
        order.LogPlaced(OrderState.Closed);
        return order;
    }

    private static LineCommission CommissionOf(OrderLine line, Random random)
    {
        var terms = new CommissionTerms(random.Next(2_000));
        long[] units = [.. Enumerable.Range(0, line.Units).Select(unit => terms.Of(CommissionTerms.BaseOf(line.UnitGoodsMinor[unit], line.UnitGoodsSubsidyMinor[unit], 0)))];
        return new LineCommission { LineId = line.Id, OrderId = 1, Kind = CommissionKind.Platform, UnitMinor = units, TotalMinor = units.Sum() };
    }
}
