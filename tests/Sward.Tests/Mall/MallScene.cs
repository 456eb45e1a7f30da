using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Addresses;
using Sward.Mall.Catalog;
using Sward.Mall.Ledger;
using Sward.Mall.Offers;
using Sward.Mall.Stock;
using Sward.Mall.Stores;

namespace Sward.Tests.Mall;

/// <summary>A store with its seller, set up straight in the database: these tests are about what happens to its goods.</summary>
internal sealed class MallScene
{
    private readonly AppFixture app;
    private readonly string currency;

    private MallScene(AppFixture app, Person seller, long storeId, string currency) => (this.app, Seller, StoreId, this.currency) = (app, seller, storeId, currency);

    public Person Seller { get; }

    public long StoreId { get; }

    public static async Task<MallScene> OpenAsync(AppFixture app, long thresholdMinor = 0, long offMinor = 0, string currency = "CNY")
    {
        var seller = await app.SignUpAsync("Seller");
        var storeId = app.Services.GetRequiredService<Ids>().Next();
        await AddAsync(app, new Store
        {
            Id = storeId,
            OwnerId = seller.Id,
            Name = "Harbour Store",
            Kind = StoreKind.Personal,
            Currency = currency,
            OpenedAt = app.Clock.GetUtcNow(),
        });
        if (offMinor > 0)
        {
            await AddAsync(app, new PublicOffer
            {
                Id = app.Services.GetRequiredService<Ids>().Next(),
                StoreId = storeId,
                Title = "Threshold",
                Currency = currency,
                Terms = new OfferTerms { Threshold = new ThresholdTerms([new TierTerms(thresholdMinor, offMinor)]) },
                From = app.Clock.GetUtcNow(),
                Until = app.Clock.GetUtcNow().AddYears(1),
            });
        }

        return new MallScene(app, seller, storeId, currency);
    }

    /// <summary>Lists a product with one variant, and stock in as many warehouses as there are numbers of units. Returns the variant.</summary>
    public async Task<long> ListAsync(long priceMinor = 10_000, params int[] units)
    {
        var skuId = await AddSkuAsync(priceMinor);
        foreach (var onHand in units.DefaultIfEmpty(100))
        {
            await AddAsync(app, new StockLevel { SkuId = skuId, WarehouseId = await AddWarehouseAsync(), OnHand = onHand });
        }

        return skuId;
    }

    /// <summary>Lists two products that lie in one warehouse: bought together they are one order.</summary>
    public async Task<(long First, long Second)> ListPairAsync(long firstMinor, long secondMinor)
    {
        var (first, second, warehouseId) = (await AddSkuAsync(firstMinor), await AddSkuAsync(secondMinor), await AddWarehouseAsync());
        await AddAsync(app, new StockLevel { SkuId = first, WarehouseId = warehouseId, OnHand = 100 });
        await AddAsync(app, new StockLevel { SkuId = second, WarehouseId = warehouseId, OnHand = 100 });
        return (first, second);
    }

    public async Task<Shopper> ShopperAsync()
    {
        var person = await app.SignUpAsync("Buyer");
        var addressId = app.Services.GetRequiredService<Ids>().Next();
        await AddAsync(app, new Address
        {
            Id = addressId,
            AccountId = person.Id,
            Name = "Mei",
            Phone = "13800000000",
            Country = "CN",
            Region = "Zhejiang",
            City = "Hangzhou",
            Line = "1 Lake Road",
        });
        return new Shopper(person, addressId);
    }

    /// <summary>Gives a shopper so many coupons of the store.</summary>
    public async Task GiveCouponAsync(Shopper shopper, long offMinor, long fromMinor = 0, int times = 1, string layer = "store")
    {
        var coupon = (await Seller.Client.PostJsonAsync($"/api/v1/stores/{StoreId}/coupons", new
        {
            title = "Welcome",
            layer,
            fromMinor,
            offMinor,
            percent = 0,
            quota = 1_000,
            perPerson = times,
            until = app.Clock.GetUtcNow().AddDays(300),
        })).Body.IdOf();
        for (var claim = 0; claim < times; claim++)
        {
            Assert.Equal(HttpStatusCode.OK, (await shopper.Client.PostJsonAsync($"/api/v1/coupons/{coupon}/claim")).Status);
        }
    }

    /// <summary>A paid order of one buyer for these goods; what is left to do is the seller's.</summary>
    public async Task<(Shopper Shopper, JsonElement Order)> PaidOrderAsync(params (long SkuId, int Quantity)[] lines)
    {
        var shopper = await ShopperAsync();
        return (shopper, await PaidOrderAsync(shopper, lines));
    }

    public static async Task<JsonElement> PaidOrderAsync(Shopper shopper, params (long SkuId, int Quantity)[] lines)
    {
        var checkout = await shopper.BuyAsync(lines);
        await shopper.PayAsync(checkout.PaymentId());
        return (await shopper.OrderAsync(checkout.OrderId())).Body;
    }

    public async Task<JsonElement> ShipAsync(JsonElement order) =>
        (await Seller.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/ship", new { carrier = "SF", number = "SF123" })).Body;

    /// <summary>Units on hand, held and sold over all warehouses.</summary>
    public Task<(int OnHand, int Held, int Sold)> StockAsync(long skuId) => app.InDb<MallDb, (int, int, int)>(async db =>
    {
        var levels = await db.StockLevels.AsNoTracking().Where(level => level.SkuId == skuId).ToListAsync(AppFixture.Ct);
        return (levels.Sum(level => level.OnHand), levels.Sum(level => level.Held), levels.Sum(level => level.Sold));
    });

    /// <summary>Changes a price as the store does it.</summary>
    public async Task<Answer> EditPriceAsync(long skuId, long minor)
    {
        var productId = await app.InDb<MallDb, long>(db => db.Skus.Where(sku => sku.Id == skuId).Select(sku => sku.ProductId).SingleAsync(AppFixture.Ct));
        return await Seller.Client.PatchJsonAsync($"/api/v1/products/{productId}", new { prices = new[] { new { skuId = $"{skuId}", price = new { amount = minor, currency = "CNY" } } } });
    }

    /// <summary>Changes a price of whatever store.</summary>
    public Task SetPriceAsync(long skuId, long minor) => app.InDb<MallDb, int>(async db =>
    {
        var sku = await db.Skus.SingleAsync(s => s.Id == skuId, AppFixture.Ct);
        sku.Priced(new Money(minor, "CNY"), app.Services.GetRequiredService<Ids>().Next(), app.Clock.GetUtcNow());
        return await db.SaveChangesAsync(AppFixture.Ct);
    });

    /// <summary>From now until a window of so many days is over that a receipt of now opens: the day itself does not count, and the last one ends at the site's midnight.</summary>
    public static TimeSpan WindowOf(AppFixture app, int days)
    {
        var now = TimeZoneInfo.ConvertTime(app.Clock.GetUtcNow(), app.Services.GetRequiredService<TimeZoneInfo>()).DateTime;
        return now.Date.AddDays(days + 1) - now;
    }

    /// <summary>What an account of the ledger holds.</summary>
    public static Task<long> BalanceAsync(AppFixture app, AccountKind account, long ownerId) => app.InDb<MallDb, long>(db =>
        db.Postings.Where(posting => posting.Account == account && posting.OwnerId == ownerId).SumAsync(posting => posting.AmountMinor, AppFixture.Ct));

    private async Task<long> AddSkuAsync(long priceMinor)
    {
        var ids = app.Services.GetRequiredService<Ids>();
        var (productId, skuId) = (ids.Next(), ids.Next());
        await AddAsync(app, new Product { Id = productId, StoreId = StoreId, Name = "Tea", Origin = "Fujian", Category = "food", OnSale = true, PriceMinor = priceMinor });
        await AddAsync(app, new Sku { Id = skuId, ProductId = productId, Code = "one" }.Priced(new Money(priceMinor, currency), ids.Next(), app.Clock.GetUtcNow()));
        return skuId;
    }

    private async Task<long> AddWarehouseAsync()
    {
        var id = app.Services.GetRequiredService<Ids>().Next();
        await AddAsync(app, new Warehouse { Id = id, StoreId = StoreId, Code = $"w{id}" });
        return id;
    }

    private static Task<int> AddAsync<T>(AppFixture app, T row) where T : class => app.InDb<MallDb, int>(db =>
    {
        db.Add(row);
        return db.SaveChangesAsync(AppFixture.Ct);
    });
}

/// <summary>Somebody with an address who buys.</summary>
internal sealed record Shopper(Person Person, long AddressId)
{
    public HttpClient Client => Person.Client;

    public Task<Answer> QuoteAsync(params IEnumerable<(long SkuId, int Quantity)> lines) =>
        Client.PostJsonAsync("/api/v1/checkout/quote", new { lines = BodyOf(lines) });

    public Task<Answer> CheckoutAsync(string quoteId, string? key, params IEnumerable<(long SkuId, int Quantity)> lines) =>
        Client.PostJsonAsync("/api/v1/checkout", new { lines = BodyOf(lines), addressId = Text(AddressId), quoteId }, key);

    /// <summary>Quotes and checks out; whatever comes of it.</summary>
    public async Task<Answer> TryBuyAsync(params IReadOnlyList<(long SkuId, int Quantity)> lines)
    {
        var quote = await QuoteAsync(lines);
        Assert.Equal(HttpStatusCode.OK, quote.Status);
        return await CheckoutAsync(quote.Body.GetProperty("id").GetString()!, Http.NewKey(), lines);
    }

    /// <summary>Quotes and checks out; it must work.</summary>
    public async Task<JsonElement> BuyAsync(params IReadOnlyList<(long SkuId, int Quantity)> lines)
    {
        var answer = await TryBuyAsync(lines);
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return answer.Body;
    }

    public Task<Answer> PayAsync(long paymentId, string outcome = "succeed") => Client.PostJsonAsync($"/api/v1/payments/{paymentId}/sandbox", new { outcome });

    public async Task<string> PaymentStateAsync(long paymentId) => (await Client.GetJsonAsync($"/api/v1/payments/{paymentId}")).Body.StateOf();

    public Task<Answer> OrderAsync(long orderId) => Client.GetJsonAsync($"/api/v1/orders/{orderId}");

    public async Task<string> OrderStateAsync(long orderId) => (await OrderAsync(orderId)).Body.StateOf();

    private static object[] BodyOf(IEnumerable<(long SkuId, int Quantity)> lines) =>
        [.. lines.Select(line => new { skuId = Text(line.SkuId), quantity = line.Quantity })];

    private static string Text(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Short ways into the mall's answers.</summary>
internal static class MallAnswers
{
    public static string StateOf(this JsonElement body) => body.GetProperty("state").GetString()!;

    public static long PaymentId(this JsonElement checkout) => checkout.GetProperty("payment").IdOf();

    public static long OrderId(this JsonElement checkout) => checkout.GetProperty("orders").EnumerateArray().Single().IdOf();

    public static long Minor(this JsonElement body, string name) => body.GetProperty(name).GetProperty("amount").GetInt64();

    public static IEnumerable<JsonElement> List(this JsonElement body, string name) => body.GetProperty(name).EnumerateArray();
}
