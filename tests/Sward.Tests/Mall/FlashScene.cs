using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Accounts;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Ledger;
using Sward.Mall.Stock;

namespace Sward.Tests.Mall;

/// <summary>A store with one variant and a limited-time purchase of it.</summary>
internal sealed record FlashScene(AppFixture App, MallScene Store, long SkuId, long SaleId)
{
    public const long PublicMinor = 10_000;
    public const long FlashMinor = 6_000;
    public const long FreightMinor = 800;
    public static readonly TimeSpan UntilStart = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan Length = TimeSpan.FromHours(1);

    /// <summary>Plans a sale; it starts in ten minutes.</summary>
    public static async Task<FlashScene> PlanAsync(AppFixture app, int units, int perBuyer = 1, int onHand = 100)
    {
        var store = await MallScene.OpenAsync(app);
        var skuId = await store.ListAsync(PublicMinor, onHand);
        var made = await store.Seller.Client.PostJsonAsync($"/api/v1/stores/{store.StoreId}/flash-sales", BodyOf(app, skuId, units, perBuyer), Http.NewKey());
        Assert.True(made.Status is HttpStatusCode.Created, $"{made.Status} {made.Body}");
        return new(app, store, skuId, made.Body.IdOf());
    }

    /// <summary>Plans a sale and lets its time come.</summary>
    public static async Task<FlashScene> StartAsync(AppFixture app, int units, int perBuyer = 1, int onHand = 100)
    {
        var scene = await PlanAsync(app, units, perBuyer, onHand);
        await scene.TurnAsync(UntilStart);
        return scene;
    }

    public static object BodyOf(AppFixture app, long skuId, int units, int perBuyer) => new
    {
        skuId = $"{skuId}",
        price = new { amount = FlashMinor, currency = "CNY" },
        units,
        perBuyer,
        startsAt = app.Clock.GetUtcNow() + UntilStart,
        endsAt = app.Clock.GetUtcNow() + UntilStart + Length,
    };

    /// <summary>Moves the clock and lets the jobs do what is due.</summary>
    public async Task TurnAsync(TimeSpan by)
    {
        await App.MoveClockAsync(by);
        await App.RunJobAsync("mall.expire-orders");
        await App.RunJobAsync("mall.turn-flash-sales");
        await App.RunJobAsync("mall.serve-waiters");
    }

    /// <summary>What units would cost.</summary>
    public Task<Answer> QuoteAsync(HttpClient client, int quantity = 1, FlashMeans? means = null) =>
        client.PostJsonAsync($"/api/v1/flash-sales/{SaleId}/quote", new { quantity, means?.Coupons, means?.Points, means?.GiftCards });

    /// <summary>Agrees to what units cost, and asks for them.</summary>
    public async Task<Answer> AskAsync(HttpClient client, Shopper shopper, string key, int quantity = 1, FlashMeans? means = null)
    {
        var quote = await QuoteAsync(client, quantity, means);
        return quote.Status is not HttpStatusCode.OK ? quote : await client.PostJsonAsync($"/api/v1/flash-sales/{SaleId}/requests", BodyOf(shopper, quote, quantity, means), key);
    }

    /// <summary>Agrees to what units cost, and waits for them.</summary>
    public async Task<Answer> WaitAsync(Shopper shopper, int quantity = 1, string key = "", FlashMeans? means = null) => await shopper.Client.PutJsonAsync(
        $"/api/v1/flash-sales/{SaleId}/waiting?key={key}", BodyOf(shopper, await QuoteAsync(shopper.Client, quantity, means), quantity, means));

    private static object BodyOf(Shopper shopper, Answer quote, int quantity, FlashMeans? means) => new
    {
        quantity,
        addressId = $"{shopper.AddressId}",
        quoteId = quote.Body.GetProperty("id").GetString(),
        means?.Coupons,
        means?.Points,
        means?.GiftCards,
    };

    /// <summary>Asks for units and waits for what becomes of it.</summary>
    public async Task<JsonElement> BuyAsync(Shopper shopper, int quantity = 1, string? key = null, HttpClient? client = null, FlashMeans? means = null)
    {
        key ??= Http.NewKey();
        var asked = await AskAsync(client ?? shopper.Client, shopper, key, quantity, means);
        Assert.True(asked.Status is HttpStatusCode.Accepted, $"{asked.Status} {asked.Body}");
        for (var result = asked.Body; ; result = await ResultAsync(shopper, key, client))
        {
            if (result.StateOf() is not "queued")
            {
                return result;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, AppFixture.Ct);
        }
    }

    public async Task<JsonElement> ResultAsync(Shopper shopper, string key, HttpClient? client = null) =>
        (await (client ?? shopper.Client).GetJsonAsync($"/api/v1/flash-sales/{SaleId}/requests/{key}")).Body;

    public async Task<(int Left, string State)> SaleAsync()
    {
        var sale = (await App.Visitor.GetJsonAsync($"/api/v1/flash-sales/{SaleId}")).Body;
        return (sale.GetProperty("left").GetInt32(), sale.StateOf());
    }

    /// <summary>Units that buyers have, the most that one has, and whether all of the mall adds up.</summary>
    public Task<(int Units, int Most)> TakenAsync() => App.InDb<MallDb, (int, int)>(async db =>
    {
        Assert.Empty(await new Invariants(db).BrokenAsync(AppFixture.Ct));
        var slots = await db.FlashSlots.Where(slot => slot.SaleId == SaleId).ToListAsync(AppFixture.Ct);
        var orders = await db.Orders.CountAsync(o => db.Holds.Any(h => h.OrderId == o.Id && h.FlashSaleId == SaleId && h.State != HoldState.Released), AppFixture.Ct);
        Assert.True(orders <= slots.Count);
        return (slots.Count, slots.GroupBy(slot => slot.BuyerId).Select(own => own.Count()).DefaultIfEmpty().Max());
    });

    public static Task MakeOperatorAsync(AppFixture app, Person person) => app.InDb<AccountsDb, int>(db =>
        db.Accounts.Where(a => a.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.IsOperator, true), AppFixture.Ct));
}

/// <summary>What goes into a purchase besides money.</summary>
internal sealed record FlashMeans(IReadOnlyList<string>? Coupons = null, long? Points = null, IReadOnlyList<string>? GiftCards = null);
