using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Catalog;
using Sward.Mall.Stores;

namespace Sward.Tests.Mall;

/// <summary>"Was" is what goods cost before an offer, by the recorded prices.</summary>
public abstract class WasPriceTests(AppFixture app)
{
    private const int Skus = 300;
    private const int Days = 100;

    [Fact]
    public async Task A_price_raised_before_the_sale_is_not_shown_as_was()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var skuId = await scene.ListAsync(FlashScene.PublicMinor);
        await own.MoveClockAsync(TimeSpan.FromDays(30));
        await scene.EditPriceAsync(skuId, 20_000);

        var sale = await PlanAsync(own, scene, skuId);

        Assert.Equal(FlashScene.PublicMinor, sale.Minor("was"));
        var page = await own.Visitor.GetStringAsync($"/products/{sale.IdOf("productId")}", AppFixture.Ct);
        Assert.Contains("price-was", page, StringComparison.Ordinal);
        Assert.Contains("100.00</s>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sale_that_is_not_below_the_last_week_shows_no_was()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var skuId = await scene.ListAsync(FlashScene.PublicMinor);
        await scene.EditPriceAsync(skuId, FlashScene.FlashMinor);
        await own.MoveClockAsync(TimeSpan.FromDays(1));
        await scene.EditPriceAsync(skuId, FlashScene.PublicMinor);

        var sale = await PlanAsync(own, scene, skuId);

        Assert.False(sale.TryGetProperty("was", out var was) && was.ValueKind is not JsonValueKind.Null);
        Assert.DoesNotContain("price-was", await own.Visitor.GetStringAsync($"/products/{sale.IdOf("productId")}", AppFixture.Ct), StringComparison.Ordinal);
        Assert.DoesNotContain("price-was", await own.Visitor.GetStringAsync("/mall", AppFixture.Ct), StringComparison.Ordinal);
        using var draft = new FormUrlEncodedContent([new("skuId", $"{skuId}"), new("price", "60.00"), new("starts", "2040-01-01T00:00"), new("units", "1"), new("perBuyer", "1"), new("hours", "1")]);
        var preview = await (await scene.Seller.Client.PostAsync($"/desk/{scene.StoreId}/flash?handler=Preview", draft, AppFixture.Ct)).Content.ReadAsStringAsync(AppFixture.Ct);
        Assert.Contains("flash-preview", preview, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_price_that_is_made_or_changed_is_remembered_and_no_other()
    {
        var scene = await MallScene.OpenAsync(app);
        var listed = await scene.Seller.Client.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/products", new
        {
            name = "Tea",
            origin = "Fujian",
            category = "food",
            pictures = Array.Empty<string>(),
            skus = new[] { new { code = "one", price = new { amount = 100, currency = "CNY" }, stock = new[] { new { warehouse = "main", units = 1 } } } },
        }, Http.NewKey());
        Assert.Equal(HttpStatusCode.Created, listed.Status);
        var skuId = listed.Body.List("skus").Single().IdOf();

        await scene.EditPriceAsync(skuId, 200);
        await scene.EditPriceAsync(skuId, 200);
        await scene.EditPriceAsync(skuId, 0);
        await (await MallScene.OpenAsync(app)).EditPriceAsync(skuId, 50);

        var history = await app.InDb<MallDb, List<PublicPrice>>(db => db.PublicPrices.Where(p => p.SkuId == skuId).OrderBy(p => p.From).ThenBy(p => p.Id).ToListAsync(AppFixture.Ct));
        Assert.Equal([(100, "CNY"), (200, "CNY")], history.Select(price => (price.PriceMinor, price.Currency)));
    }

    [Fact]
    public async Task A_page_of_offers_reads_a_range_of_the_index_however_long_the_history()
    {
        await using var own = await app.OwnHostAsync();
        await own.InDb<MallDb, int>(PlantAsync);
        var since = DateTimeOffset.UnixEpoch.AddDays(Days - 10);

        Assert.Empty(await own.InDb<MallDb, IReadOnlyList<string>>(db => db.FaultsOfAsync(WasPrices.Rows(db, [1, 2, 3], since, since.AddDays(7)))));
        var rows = await own.InDb<MallDb, List<PublicPrice>>(db => WasPrices.Rows(db, [1, 2, 3], since, since.AddDays(7)).ToListAsync(AppFixture.Ct));
        // The one that held at the first instant, and one a day.
        Assert.All(rows.CountBy(row => row.SkuId), found => Assert.Equal(7, found.Value));
    }

    private static async Task<int> PlantAsync(MallDb db)
    {
        db.Add(new Store { Id = 1, OwnerId = 1, Name = "Harbour Store", Kind = StoreKind.Personal, OpenedAt = DateTimeOffset.UnixEpoch });
        for (var id = 1; id <= Skus; id++)
        {
            var sku = new Sku { Id = id, ProductId = id, Code = "one" };
            for (var day = 0; day < Days; day++)
            {
                sku.Priced(new Money(100 + day, "CNY"), (id * 10_000) + day, DateTimeOffset.UnixEpoch.AddDays(day));
            }

            db.AddRange(new Product { Id = id, StoreId = 1, Name = "Tea", Origin = "Fujian", Category = "food" }, sku);
        }

        await db.SaveChangesAsync(AppFixture.Ct);
        return await db.Database.ExecuteSqlRawAsync("ANALYZE", AppFixture.Ct);
    }

    private static async Task<JsonElement> PlanAsync(AppFixture host, MallScene scene, long skuId)
    {
        var made = await scene.Seller.Client.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/flash-sales", FlashScene.BodyOf(host, skuId, units: 5, perBuyer: 1), Http.NewKey());
        Assert.Equal(HttpStatusCode.Created, made.Status);
        return made.Body;
    }
}

public sealed class WasPricesOnSqlite(OnSqlite app) : WasPriceTests(app);

public sealed class WasPricesOnPostgres(OnPostgres app) : WasPriceTests(app);
