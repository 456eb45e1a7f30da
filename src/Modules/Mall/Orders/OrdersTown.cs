using System.Globalization;
using Microsoft.Extensions.Options;
using Sward.Contracts.Town;
using Sward.Mall.Catalog;
using Sward.Mall.Checkout;
using Sward.Mall.Commissions;
using Sward.Mall.Ledger;
using Sward.Mall.Payments;
using Sward.Mall.Payments.Sandbox;
using Sward.Mall.Pricing;
using Sward.Mall.Reviews;
using Sward.Mall.Shipments;
using Sward.Mall.Stock;

namespace Sward.Mall.Orders;

/// <summary>
/// Plants what the demo town has bought so far: orders with their stock, payments, postings and reviews, through the same engine and the same state machine
/// that every order goes through. Runs after the stores and their goods.
/// </summary>
internal sealed class OrdersTown(MallDb db, PriceCart prices, Books books, DecideCommissions commissions, ReceiptWindows windows, Ids ids, IOptions<MallOptions> options, TimeProvider clock) : ITownPart
{
    private readonly Dictionary<long, StockLevel> shelf = [];
    private readonly Dictionary<long, Product> products = [];

    public int Order => 35;

    public async Task PlantAsync(DemoTown town, IProgress<string> progress, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var level in await db.StockLevels.OrderByDescending(level => level.WarehouseId).ToListAsync(ct))
        {
            shelf[level.SkuId] = level;
        }

        foreach (var product in await db.Products.ToListAsync(ct))
        {
            products[product.Id] = product;
        }

        var people = town.People.ToDictionary(person => person.Id);
        foreach (var past in town.Orders.OrderBy(order => order.At))
        {
            await PlantAsync(past, people[past.BuyerId], ct);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        progress.Report($"{town.Orders.Count} orders");
    }

    private async Task PlantAsync(TownOrder past, TownPerson buyer, CancellationToken ct)
    {
        var quote = await prices.PriceAsync([.. past.Lines.Select(line => new WantedUnits(line.SkuId, line.Quantity))], new Buyer(past.BuyerId), Means.Best, ct);
        var home = new ShipTo(buyer.Nickname, "13800000000", "CN", past.Region, City: "", "", "1", "");
        var wish = new CheckoutWish(
            past.BuyerId, string.Create(CultureInfo.InvariantCulture, $"town-{past.Id}"), quote, home, SandboxProvider.ProviderName, past.At, past.At.AddMinutes(options.Value.HoldMinutes), Once: null);
        var rows = PurchaseRows.Of(
            wish, [.. quote.Cart.Lines.Select((line, i) => new TakenUnits(i, shelf[line.Wanted.SkuId].WarehouseId, From: 0, line.Wanted.Units))], () => ids.Next(past.At));
        rows.AddTo(db);
        await commissions.DecideAsync(db, rows.Orders, ct);
        if (past.State is "pendingPayment")
        {
            Hold(rows.Holds);
            return;
        }

        Pay(rows, past.At.AddMinutes(2));
        Sell(rows);
        foreach (var order in rows.Orders)
        {
            Deliver(rows.Purchase, order, past);
        }

        Review(past, rows.Orders);
    }

    private void Pay(PurchaseRows rows, DateTimeOffset at)
    {
        var chargeId = $"sandbox-{rows.Payments[0].Id}";
        rows.Payments[0].Settle(chargeId, at);
        books.Paid(rows.Purchase, rows.Payments[0].Provider, chargeId, rows.Payments[0].Amount, at);
        db.PaymentNotices.Add(new PaymentNotice
        {
            ChargeId = chargeId,
            Event = ChargeEvent.Settled,
            PaymentId = rows.Payments[0].Id,
            Currency = rows.Payments[0].Currency,
            AmountMinor = rows.Payments[0].AmountMinor,
            Effect = NoticeEffect.Paid,
            At = at,
        });
        foreach (var order in rows.Orders)
        {
            order.MoveTo(OrderState.Paid, Actor.System, "payment", at);
            order.MoveTo(OrderState.ToShip, Actor.System, "payment", at);
        }
    }

    private void Hold(IEnumerable<Hold> holds)
    {
        foreach (var hold in holds)
        {
            shelf[hold.SkuId].Held += hold.Units;
        }
    }

    // What was sold in the past is not on today's shelf any more: only the sold bucket grows.
    private void Sell(PurchaseRows rows)
    {
        foreach (var hold in rows.Holds)
        {
            hold.State = HoldState.Sold;
            shelf[hold.SkuId].Sold += hold.Units;
        }

        foreach (var line in rows.Orders.SelectMany(order => order.Lines))
        {
            products[line.ProductId].SoldCount += line.Units;
        }
    }

    private void Deliver(Purchase purchase, Order order, TownOrder past)
    {
        if (past.ShippedAt is not { } shippedAt)
        {
            return;
        }

        var parcel = Send(order, shippedAt);
        var parcels = new Parcels(order, [parcel], requests: []);
        parcels.Lead("parcels", shippedAt);
        if (past.ReceivedAt is not { } receivedAt)
        {
            return;
        }

        parcel.MoveTo(ShipmentState.Signed, new Actor(ActorKind.Buyer, order.BuyerId), "received", receivedAt);
        parcels.Lead("parcels", receivedAt);
        order.MoveTo(OrderState.Completed, new Actor(ActorKind.Buyer, order.BuyerId), "received", receivedAt);
        if (windows.ClosingOf(receivedAt) is var closedAt && closedAt <= clock.GetUtcNow())
        {
            order.MoveTo(OrderState.Closed, Actor.System, "time", closedAt);
            books.Settled(purchase, order, Shares.Of(order, db.LineCommissions.Local), closedAt);
        }
    }

    private Shipment Send(Order order, DateTimeOffset at)
    {
        var id = ids.Next(at);
        var seller = new Actor(ActorKind.Seller, order.SellerId);
        var parcel = new Shipment
        {
            Id = id,
            OrderId = order.Id,
            Carrier = "SF",
            TrackingNumber = $"SF{order.Number[..12]}",
            CreatedAt = at,
            Lines = [.. order.Lines.Select(line => new ShipmentLine { ShipmentId = id, OrderLineId = line.Id, Units = line.Units })],
        };
        parcel.LogCreated(seller);
        parcel.MoveTo(ShipmentState.Packed, seller, "packed", at);
        parcel.MoveTo(ShipmentState.HandedOver, seller, "handed-over", at);
        db.Shipments.Add(parcel);
        return parcel;
    }

    private void Review(TownOrder past, IReadOnlyList<Order> orders)
    {
        if (past is not { Stars: { } stars, Review: { } words, ReceivedAt: { } receivedAt })
        {
            return;
        }

        var line = orders[0].Lines[0];
        var at = receivedAt.AddHours(3) < clock.GetUtcNow() ? receivedAt.AddHours(3) : receivedAt;
        db.Reviews.Add(new Review
        {
            Id = ids.Next(at),
            OrderLineId = line.Id,
            ProductId = line.ProductId,
            AuthorId = past.BuyerId,
            Stars = stars,
            Body = words,
            Options = line.Options,
            At = at,
        });
        products[line.ProductId].StarsSum += stars;
        products[line.ProductId].ReviewCount++;
    }
}
