using System.Net;
using Microsoft.EntityFrameworkCore;
using Sward.Mall;

namespace Sward.Tests.Mall;

public abstract class FloorTests(AppFixture app)
{
    [Fact]
    public async Task Neither_offers_nor_coupons_nor_points_take_a_unit_below_its_floor()
    {
        var scene = await MallScene.OpenAsync(app, thresholdMinor: 10_000, offMinor: 2_500);
        var (tea, cup) = await scene.ListPairAsync(10_000, 10_000);
        var shopper = await scene.ShopperAsync();
        await scene.GiveCouponAsync(shopper, offMinor: 4_000);
        await PointsTests.GiveAsync(app, shopper, 100_000);
        var before = await GoodsAsync(shopper, tea);
        Assert.True(before < 9_000);

        Assert.Equal(HttpStatusCode.OK, (await FloorAsync(scene.Seller, tea, 9_000)).Status);

        Assert.Equal(9_000, await GoodsAsync(shopper, tea));
        // What the floor holds back flows to the other goods.
        var quote = (await QuoteAsync(shopper, tea, cup)).Body;
        Assert.Equal(9_000, quote.List("lines").Single(line => line.IdOf("skuId") == tea).Minor("goods"));
        Assert.Equal(20_000 - 2_500 - 4_000 - 600, quote.Minor("goods"));
        Assert.Equal(HttpStatusCode.OK, (await FloorAsync(scene.Seller, tea, 0)).Status);
        Assert.Equal(before, await GoodsAsync(shopper, tea));
    }

    [Fact]
    public async Task Only_the_store_sees_and_sets_it()
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync(10_000);
        var productId = await ProductAsync(tea);
        var stranger = await app.SignUpAsync();
        var url = $"/api/v1/products/{productId}";

        Assert.Equal("mall.product-not-found", (await FloorAsync(stranger, tea, 1)).Code);
        Assert.Equal("mall.price-invalid", (await FloorAsync(scene.Seller, tea, -1)).Code);
        Assert.Equal("mall.price-invalid", (await FloorAsync(scene.Seller, tea, 100, "USD")).Code);
        Assert.Equal(0, (await scene.Seller.Client.GetJsonAsync($"{url}/floors")).Items().Single().Minor("floor"));
        await FloorAsync(scene.Seller, tea, 7_654);

        Assert.Equal(7_654, (await scene.Seller.Client.GetJsonAsync($"{url}/floors")).Items().Single().Minor("floor"));
        Assert.Equal("mall.product-not-found", (await stranger.Client.GetJsonAsync($"{url}/floors")).Code);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.GetJsonAsync($"{url}/floors")).Status);
        Assert.DoesNotContain("7654", (await app.Visitor.GetJsonAsync(url)).Body.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("76.54", await stranger.Client.GetStringAsync($"/products/{productId}", AppFixture.Ct), StringComparison.Ordinal);
        Assert.Contains("name=\"floor\" value=\"76.54\"", await scene.Seller.Client.GetStringAsync($"/desk/{scene.StoreId}/products", AppFixture.Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_sets_it_beside_the_price_and_leaves_it_away()
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync(10_000);
        var productId = await ProductAsync(tea);
        foreach (var (typed, minor) in new[] { ("81.5", 8_150L), ("", 0L) })
        {
            using var form = new FormUrlEncodedContent([new("productId", $"{productId}"), new("skuId", $"{tea}"), new("price", "100"), new("floor", typed)]);
            using var answer = await scene.Seller.Client.PostAsync($"/desk/{scene.StoreId}/products?handler=Price", form, AppFixture.Ct);

            Assert.Equal(minor, await app.InDb<MallDb, long>(db => db.Skus.Where(sku => sku.Id == tea).Select(sku => sku.FloorMinor).SingleAsync(AppFixture.Ct)));
        }
    }

    private async Task<Answer> FloorAsync(Person by, long skuId, long minor, string currency = "CNY") => await by.Client.PatchJsonAsync(
        $"/api/v1/products/{await ProductAsync(skuId)}", new { prices = new[] { new { skuId = $"{skuId}", floor = new { amount = minor, currency } } } });

    private Task<long> ProductAsync(long skuId) => app.InDb<MallDb, long>(db => db.Skus.Where(sku => sku.Id == skuId).Select(sku => sku.ProductId).SingleAsync(AppFixture.Ct));

    private static Task<Answer> QuoteAsync(Shopper shopper, params long[] skus) =>
        shopper.Client.PostJsonAsync("/api/v1/checkout/quote", new { lines = skus.Select(sku => new { skuId = $"{sku}", quantity = 1 }), points = 100_000 });

    private static async Task<long> GoodsAsync(Shopper shopper, long skuId) => (await QuoteAsync(shopper, skuId)).Body.Minor("goods");
}

public sealed class FloorsOnSqlite(OnSqlite app) : FloorTests(app);

public sealed class FloorsOnPostgres(OnPostgres app) : FloorTests(app);
