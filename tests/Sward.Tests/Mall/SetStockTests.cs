using System.Net;
using Microsoft.EntityFrameworkCore;
using Sward.Mall;

namespace Sward.Tests.Mall;

public abstract class SetStockTests(AppFixture app)
{
    [Fact]
    public async Task A_count_replaces_what_the_seller_saw()
    {
        var (scene, tea, url, warehouse) = await ShelfAsync();

        Assert.Equal(HttpStatusCode.NoContent, (await scene.Seller.Client.PutJsonAsync(url, new { warehouse, units = 8, seen = 5 })).Status);
        Assert.Equal((8, 0, 0), await scene.StockAsync(tea));
        Assert.Equal(HttpStatusCode.NoContent, (await scene.Seller.Client.PutJsonAsync(url, new { warehouse = "annex", units = 2, seen = 0 })).Status);
        Assert.Equal((10, 0, 0), await scene.StockAsync(tea));
    }

    [Fact]
    public async Task Units_that_were_ordered_while_the_seller_looked_do_not_come_back()
    {
        var (scene, tea, url, warehouse) = await ShelfAsync();
        await (await scene.ShopperAsync()).BuyAsync((tea, 2));

        var refused = await scene.Seller.Client.PutJsonAsync(url, new { warehouse, units = 5, seen = 5 });

        Assert.Equal((HttpStatusCode.Conflict, "mall.stock-changed"), (refused.Status, refused.Code));
        Assert.Contains("3", refused.Body.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal((3, 2, 0), await scene.StockAsync(tea));
    }

    [Fact]
    public async Task Counting_and_ordering_at_once_never_oversell()
    {
        var (scene, tea, url, warehouse) = await ShelfAsync();
        var shoppers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => scene.ShopperAsync()));

        await Task.WhenAll([.. shoppers.Select(shopper => shopper.TryBuyAsync((tea, 1))), .. Enumerable.Range(0, 5).Select(_ => scene.Seller.Client.PutJsonAsync(url, new { warehouse, units = 5, seen = 5 }))]);

        Assert.Equal((0, 5, 0), await scene.StockAsync(tea));
    }

    [Fact]
    public async Task The_desk_shows_the_number_as_it_is_now()
    {
        var (scene, tea, url, warehouse) = await ShelfAsync();
        await (await scene.ShopperAsync()).BuyAsync((tea, 2));
        var (productId, skuId) = (url.Split('/')[4], url.Split('/')[6]);

        using var form = new FormUrlEncodedContent([new("productId", productId), new("skuId", skuId), new("warehouse", warehouse), new("units", "5"), new("seen", "5")]);
        using var page = await scene.Seller.Client.PostAsync($"/desk/{scene.StoreId}/products?handler=Stock", form, AppFixture.Ct);

        Assert.Equal(HttpStatusCode.Conflict, page.StatusCode);
        Assert.Contains("name=\"seen\" value=\"3\"", await page.Content.ReadAsStringAsync(AppFixture.Ct), StringComparison.Ordinal);
        Assert.Equal((3, 2, 0), await scene.StockAsync(tea));
    }

    [Fact]
    public async Task Another_seller_counts_nothing()
    {
        var (scene, tea, url, warehouse) = await ShelfAsync();
        var other = await MallScene.OpenAsync(app);

        Assert.Equal(HttpStatusCode.NotFound, (await other.Seller.Client.PutJsonAsync(url, new { warehouse, units = 8, seen = 5 })).Status);
        Assert.Equal((5, 0, 0), await scene.StockAsync(tea));
    }

    private async Task<(MallScene Scene, long Tea, string Url, string Warehouse)> ShelfAsync()
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync(1_000, 5);
        var (productId, warehouse) = await app.InDb<MallDb, (long, string)>(async db => (
            await db.Skus.Where(sku => sku.Id == tea).Select(sku => sku.ProductId).SingleAsync(AppFixture.Ct),
            await db.Warehouses.Where(w => w.StoreId == scene.StoreId).Select(w => w.Code).SingleAsync(AppFixture.Ct)));
        return (scene, tea, $"/api/v1/products/{productId}/skus/{tea}/stock", warehouse);
    }
}

public sealed class SetStockOnSqlite(OnSqlite app) : SetStockTests(app);

public sealed class SetStockOnPostgres(OnPostgres app) : SetStockTests(app);
