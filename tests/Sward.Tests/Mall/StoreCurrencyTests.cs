using System.Net;
using Microsoft.EntityFrameworkCore;
using Sward.Mall;

namespace Sward.Tests.Mall;

public abstract class StoreCurrencyTests(AppFixture app)
{
    [Fact]
    public async Task A_store_chooses_among_the_currencies_that_are_taken_and_its_freight_and_payouts_are_in_it()
    {
        await using var own = await app.OwnHostAsync(settings =>
        {
            settings["Mall:Providers:USD"] = "sandbox";
            settings["Mall:Currencies:USD:FreightMinor"] = "450";
            settings["Mall:Currencies:USD:FreeFreightFromMinor"] = "5000";
            settings["Mall:Currencies:USD:LeastPayoutMinor"] = "2500";
        });
        var scene = await MallScene.OpenAsync(own);
        var shopper = await scene.ShopperAsync();
        var opened = await scene.Seller.Client.PostJsonAsync("/api/v1/stores", new { name = "Book Pier", kind = "personal", currency = "USD" });
        Assert.Equal((HttpStatusCode.Created, "USD"), (opened.Status, opened.Body.GetProperty("currency").GetString()));
        var listed = await scene.Seller.Client.PostJsonAsync($"/api/v1/stores/{opened.Body.IdOf()}/products", new
        {
            name = "Book",
            origin = "Boston",
            category = "books",
            pictures = Array.Empty<string>(),
            skus = new[] { new { code = "one", price = new { amount = 2_000, currency = "USD" }, stock = new[] { new { warehouse = "main", units = 10 } } } },
        });
        var book = listed.Body.List("skus").Single().IdOf();

        Assert.Equal((2_450, "USD"), await TotalAsync(shopper, book, 1));
        Assert.Equal((6_000, "USD"), await TotalAsync(shopper, book, 3));
        Assert.Equal((800 + 2_000, "CNY"), await TotalAsync(shopper, await scene.ListAsync(2_000), 1));
        Assert.Contains("25.00", await scene.Seller.Client.GetStringAsync($"/desk/{opened.Body.IdOf()}/money", AppFixture.Ct), StringComparison.Ordinal);
        Assert.Contains("<option>USD</option>", await scene.Seller.Client.GetStringAsync("/desk", AppFixture.Ct), StringComparison.Ordinal);
        await shopper.PayAsync((await shopper.BuyAsync((book, 1))).PaymentId());
    }

    [Fact]
    public async Task A_currency_without_a_provider_is_refused_and_nobody_opens_a_store_for_others()
    {
        var seller = await app.SignUpAsync();

        Assert.Equal("mall.currency-not-taken", (await seller.Client.PostJsonAsync("/api/v1/stores", new { name = "Book Pier", kind = "personal", currency = "USD" })).Code);
        Assert.Equal(HttpStatusCode.BadRequest, (await seller.Client.PostJsonAsync("/api/v1/stores", new { name = "Book Pier", kind = "personal", currency = "dollars" })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.PostJsonAsync("/api/v1/stores", new { name = "Book Pier", kind = "personal", currency = "CNY" })).Status);
        Assert.Equal(0, await app.InDb<MallDb, int>(db => db.Stores.CountAsync(s => s.OwnerId == seller.Id, AppFixture.Ct)));
        Assert.DoesNotContain("name=\"currency\"", await seller.Client.GetStringAsync("/desk", AppFixture.Ct), StringComparison.Ordinal);
    }

    private static async Task<(long Minor, string? Currency)> TotalAsync(Shopper shopper, long skuId, int units)
    {
        var total = (await shopper.QuoteAsync((skuId, units))).Body.GetProperty("total");
        return (total.GetProperty("amount").GetInt64(), total.GetProperty("currency").GetString());
    }
}

public sealed class StoreCurrenciesOnSqlite(OnSqlite app) : StoreCurrencyTests(app);

public sealed class StoreCurrenciesOnPostgres(OnPostgres app) : StoreCurrencyTests(app);
