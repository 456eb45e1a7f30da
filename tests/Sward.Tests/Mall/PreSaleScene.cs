using System.Globalization;
using System.Net;
using System.Text.Json;
using Sward.Mall;
using Sward.Mall.Ledger;

namespace Sward.Tests.Mall;

/// <summary>A store with one variant at 80.00 and a pre-sale of it that takes deposits: 10.00 count as 20.00, so that 60.00 and the freight of 8.00 are left.</summary>
internal sealed record PreSaleScene(AppFixture App, MallScene Store, long SkuId, long SaleId)
{
    public const long PriceMinor = 8_000;
    public const long DepositMinor = 1_000;
    public const long CountsAsMinor = 2_000;
    public const long FreightMinor = 800;
    public const long RestMinor = PriceMinor - CountsAsMinor + FreightMinor;
    public static readonly TimeSpan ForDeposits = TimeSpan.FromDays(2);

    /// <summary>Between the deposits and the window of the rest.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromDays(1);
    public static readonly TimeSpan ForRests = TimeSpan.FromDays(3);

    /// <summary>From the end of the rests to the end of the promised day, in whatever zone.</summary>
    public static readonly TimeSpan UntilLate = TimeSpan.FromDays(6);

    public static async Task<PreSaleScene> OpenAsync(AppFixture app, int units = 100, int onHand = 100)
    {
        var store = await MallScene.OpenAsync(app);
        var skuId = await store.ListAsync(PriceMinor, onHand);
        var made = await store.Seller.Client.PostJsonAsync($"/api/v1/stores/{store.StoreId}/pre-sales", BodyOf(app, skuId, units), Http.NewKey());
        Assert.True(made.Status is HttpStatusCode.Created, $"{made.Status} {made.Body}");
        return new(app, store, skuId, made.Body.IdOf());
    }

    public static object BodyOf(
        AppFixture app, long skuId, int units = 100, long price = PriceMinor, long deposit = DepositMinor, long countsAs = CountsAsMinor, TimeSpan startsIn = default, TimeSpan? rests = null, int shipDays = 5)
    {
        var from = app.Clock.GetUtcNow() + startsIn;
        var finalUntil = from + ForDeposits + Between + (rests ?? ForRests);
        return new
        {
            skuId = $"{skuId}",
            price = new { amount = price, currency = "CNY" },
            deposit = new { amount = deposit, currency = "CNY" },
            countsAs = new { amount = countsAs, currency = "CNY" },
            units,
            depositFrom = from,
            depositUntil = from + ForDeposits,
            finalFrom = from + ForDeposits + Between,
            finalUntil,
            shipBy = DateOnly.FromDateTime(finalUntil.UtcDateTime).AddDays(shipDays).ToString("O", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Quotes and orders; whatever comes of it.</summary>
    public async Task<Answer> TryOrderAsync(Shopper shopper, int quantity = 1, string? key = null, HttpClient? client = null)
    {
        client ??= shopper.Client;
        var quote = await client.PostJsonAsync($"/api/v1/pre-sales/{SaleId}/quote", new { quantity });
        return quote.Status is not HttpStatusCode.OK
            ? quote
            : await client.PostJsonAsync($"/api/v1/pre-sales/{SaleId}/orders", new { quantity, addressId = $"{shopper.AddressId}", quoteId = quote.Body.GetProperty("quote").GetProperty("id").GetString() }, key ?? Http.NewKey());
    }

    /// <summary>An order whose deposit waits to be paid.</summary>
    public async Task<JsonElement> OrderAsync(Shopper shopper, int quantity = 1)
    {
        var answer = await TryOrderAsync(shopper, quantity);
        Assert.True(answer.Status is HttpStatusCode.Created, $"{answer.Status} {answer.Body}");
        return answer.Body;
    }

    /// <summary>A buyer's order whose deposit is paid.</summary>
    public async Task<(Shopper Shopper, long OrderId)> PromisedAsync(int quantity = 1)
    {
        var shopper = await Store.ShopperAsync();
        var placed = await OrderAsync(shopper, quantity);
        await shopper.PayAsync(placed.PaymentId());
        Assert.Equal("pendingFinal", await shopper.OrderStateAsync(placed.OrderId()));
        return (shopper, placed.OrderId());
    }

    /// <summary>A buyer's order that is paid in full and waits to be sent.</summary>
    public async Task<(Shopper Shopper, long OrderId)> PaidAsync(int quantity = 1)
    {
        var (shopper, orderId) = await PromisedAsync(quantity);
        await TurnAsync(ForDeposits + Between);
        Assert.Equal("settled", (await PayRestAsync(shopper, orderId)).Body.StateOf());
        Assert.Equal("toShip", await shopper.OrderStateAsync(orderId));
        return (shopper, orderId);
    }

    public static async Task<Answer> PayRestAsync(Shopper shopper, long orderId, string outcome = "succeed") =>
        await shopper.PayAsync((await shopper.OrderAsync(orderId)).Body.IdOf("paymentId"), outcome);

    public static Task<Answer> CancelAsync(Person by, long orderId) => by.Client.PostJsonAsync($"/api/v1/orders/{orderId}/cancel");

    public static Task<Answer> ClaimAsync(Shopper shopper, long orderId) =>
        shopper.Client.PostJsonAsync($"/api/v1/orders/{orderId}/after-sales", new { kind = "doubleDeposit", reason = "Nothing came." }, Http.NewKey());

    /// <summary>Moves the clock and lets the jobs do what is due, twice: the second time there is nothing left to do.</summary>
    public async Task TurnAsync(TimeSpan by)
    {
        await App.MoveClockAsync(by);
        foreach (var job in new[] { "mall.expire-orders", "mall.tell-of-rests", "mall.tell-late-sandbox-charges", "mall.expire-orders", "mall.tell-of-rests" })
        {
            await App.RunJobAsync(job);
        }
    }

    public Task<long> StoreClaimAsync() => MallScene.BalanceAsync(App, AccountKind.Merchant, Store.StoreId);

    /// <summary>What a buyer paid, got back, and is owed by the store.</summary>
    public async Task<(long Paid, long Back, long Owed)> MoneyOfAsync(Shopper shopper) => (
        -await MallScene.BalanceAsync(App, AccountKind.Buyer, shopper.Person.Id), await MallScene.BalanceAsync(App, AccountKind.Refund, shopper.Person.Id),
        await MallScene.BalanceAsync(App, AccountKind.Penalty, shopper.Person.Id));

    /// <summary>Everything in the mall adds up.</summary>
    public Task AssertSoundAsync() => App.InDb<MallDb, bool>(async db =>
    {
        Assert.Empty(await new Invariants(db).BrokenAsync(AppFixture.Ct));
        return true;
    });
}
