using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Contracts.Mall;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Catalog;

namespace Sward.Tests.Mall;

public abstract class EditTests(AppFixture app)
{
    [Fact]
    public async Task Two_price_edits_at_once_leave_the_lowest_price_right()
    {
        for (var round = 0; round < 5; round++)
        {
            var (scene, productId, skus) = await ProductAsync(priceMinor: 100);

            await Task.WhenAll(PriceAsync(scene.Seller, productId, skus[0], 500), PriceAsync(scene.Seller, productId, skus[1], 300));

            Assert.Equal(300, await app.InDb<MallDb, long>(db => db.Products.Where(p => p.Id == productId).Select(p => p.PriceMinor).SingleAsync(AppFixture.Ct)));
        }
    }

    [Fact]
    public async Task A_price_stays_above_the_member_price()
    {
        var (scene, productId, skus) = await ProductAsync(priceMinor: 100);
        await app.InDb<MallDb, int>(db => db.Skus.Where(sku => sku.Id == skus[0]).ExecuteUpdateAsync(set => set.SetProperty(sku => sku.MemberPriceMinor, 80), AppFixture.Ct));

        var refused = await PriceAsync(scene.Seller, productId, skus[0], 80);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "mall.member-price-not-lower"), (refused.Status, refused.Code));
        Assert.Equal(HttpStatusCode.OK, (await PriceAsync(scene.Seller, productId, skus[0], 81)).Status);
    }

    [Fact]
    public async Task A_renamed_store_is_announced_with_all_its_goods()
    {
        var (scene, productId, _) = await ProductAsync(priceMinor: 100);

        Assert.Equal(HttpStatusCode.OK, (await scene.Seller.Client.PatchJsonAsync($"/api/v1/stores/{scene.StoreId}", new { name = "Lake Store" })).Status);

        var announced = await app.InDb<MallDb, List<string>>(db => db.Set<Fact>().Where(fact => fact.Name == ProductListed.Name).Select(fact => fact.Payload).ToListAsync(AppFixture.Ct));
        Assert.Single(announced, payload => payload.Contains($"{productId}", StringComparison.Ordinal) && payload.Contains("Lake Store", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_else_edits_neither_a_store_nor_its_goods()
    {
        var (scene, productId, skus) = await ProductAsync(priceMinor: 100);
        var other = await MallScene.OpenAsync(app);

        Assert.Equal(HttpStatusCode.NotFound, (await other.Seller.Client.PatchJsonAsync($"/api/v1/stores/{scene.StoreId}", new { name = "Mine" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PriceAsync(other.Seller, productId, skus[0], 1)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PriceAsync(other.Seller, productId: 5, skus[0], 1)).Status);
        Assert.Equal("Harbour Store", (await app.Visitor.GetJsonAsync($"/api/v1/stores/{scene.StoreId}")).Body.GetProperty("name").GetString());
        Assert.Equal(100, await app.InDb<MallDb, long>(db => db.Skus.Where(sku => sku.Id == skus[0]).Select(sku => sku.PriceMinor).SingleAsync(AppFixture.Ct)));
    }

    private async Task<(MallScene Scene, long ProductId, long[] Skus)> ProductAsync(long priceMinor)
    {
        var scene = await MallScene.OpenAsync(app);
        var first = await scene.ListAsync(priceMinor);
        var second = app.Services.GetRequiredService<Ids>().Next();
        var productId = await app.InDb<MallDb, long>(async db =>
        {
            var id = await db.Skus.Where(sku => sku.Id == first).Select(sku => sku.ProductId).SingleAsync(AppFixture.Ct);
            db.Skus.Add(new Sku { Id = second, ProductId = id, Code = "two" }.Priced(new Money(priceMinor, "CNY"), second, app.Clock.GetUtcNow()));
            await db.SaveChangesAsync(AppFixture.Ct);
            return id;
        });
        return (scene, productId, [first, second]);
    }

    private static Task<Answer> PriceAsync(Person seller, long productId, long skuId, long minor) => seller.Client.PatchJsonAsync(
        $"/api/v1/products/{productId}", new { prices = new[] { new { skuId = $"{skuId}", price = new { amount = minor, currency = "CNY" } } } });
}

public sealed class EditsOnSqlite(OnSqlite app) : EditTests(app);

public sealed class EditsOnPostgres(OnPostgres app) : EditTests(app);
