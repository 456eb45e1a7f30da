using System.Net;
using Microsoft.EntityFrameworkCore;
using Sward.Mall;

namespace Sward.Tests.Mall;

public abstract class CartTests(AppFixture app)
{
    [Fact]
    public async Task A_cart_and_a_checkout_hold_a_bounded_number_of_units()
    {
        var scene = await MallScene.OpenAsync(app);
        var skus = new[] { await scene.ListAsync(1_000), await scene.ListAsync(1_000), await scene.ListAsync(1_000) };
        var shopper = await scene.ShopperAsync();
        await shopper.Client.PutJsonAsync($"/api/v1/cart/lines/{skus[0]}", new { quantity = 999 });
        await shopper.Client.PutJsonAsync($"/api/v1/cart/lines/{skus[1]}", new { quantity = 999 });

        Assert.Equal("mall.too-many-units", (await shopper.Client.PutJsonAsync($"/api/v1/cart/lines/{skus[2]}", new { quantity = 3 })).Code);
        Assert.Equal(2, (await shopper.Client.GetJsonAsync("/api/v1/cart")).Body.List("lines").Count());
        Assert.Equal("mall.too-many-units", (await shopper.QuoteAsync(skus.Select(sku => (sku, 999)))).Code);
        Assert.Equal(HttpStatusCode.NoContent, (await shopper.Client.PutJsonAsync($"/api/v1/cart/lines/{skus[2]}", new { quantity = 2 })).Status);
    }

    [Fact]
    public async Task A_cart_is_priced_and_setting_a_quantity_twice_is_setting_it_once()
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync(10_000);
        var shopper = await scene.ShopperAsync();

        await PutAsync(shopper, tea, 5);
        await PutAsync(shopper, tea, 2);

        var cart = (await shopper.Client.GetJsonAsync("/api/v1/cart")).Body;
        var line = cart.List("lines").Single();
        Assert.Equal((2, true, 10_000), (line.GetProperty("quantity").GetInt32(), line.GetProperty("available").GetBoolean(), line.Minor("unitPrice")));
        Assert.Equal(20_000, cart.Minor("total"));
    }

    [Fact]
    public async Task A_line_is_taken_out_and_taking_it_out_again_is_no_error()
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync();
        var shopper = await scene.ShopperAsync();
        await PutAsync(shopper, tea, 1);

        Assert.Equal(HttpStatusCode.NoContent, (await shopper.Client.DeleteJsonAsync($"/api/v1/cart/lines/{tea}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await shopper.Client.DeleteJsonAsync($"/api/v1/cart/lines/{tea}")).Status);
        Assert.Empty((await shopper.Client.GetJsonAsync("/api/v1/cart")).Body.List("lines"));
    }

    [Fact]
    public async Task A_cart_says_what_there_is_not_enough_of_and_what_is_gone()
    {
        var scene = await MallScene.OpenAsync(app);
        var (tea, cup) = (await scene.ListAsync(1_000, 1), await scene.ListAsync(1_000));
        var shopper = await scene.ShopperAsync();
        await PutAsync(shopper, tea, 2);
        await PutAsync(shopper, cup, 1);
        await app.InDb<MallDb, int>(db => db.Products.Where(p => db.Skus.Any(s => s.Id == cup && s.ProductId == p.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.OnSale, false), AppFixture.Ct));

        var cart = (await shopper.Client.GetJsonAsync("/api/v1/cart")).Body;

        Assert.False(cart.List("lines").Single().GetProperty("available").GetBoolean());
        Assert.Equal(cup, cart.List("gone").Single().IdOf("skuId"));
    }

    [Fact]
    public async Task A_cart_in_two_currencies_opens_and_can_be_bought_once_one_of_them_is_out()
    {
        var (here, abroad) = (await MallScene.OpenAsync(app), await MallScene.OpenAsync(app, currency: "USD"));
        var (tea, book) = (await here.ListAsync(10_000), await abroad.ListAsync(2_000));
        var shopper = await here.ShopperAsync();
        await PutAsync(shopper, tea, 1);
        await PutAsync(shopper, book, 1);

        var cart = (await shopper.Client.GetJsonAsync("/api/v1/cart")).Body;
        Assert.Equal((tea, book), (cart.List("lines").Single().IdOf("skuId"), cart.List("apart").Single().IdOf("skuId")));
        Assert.Equal((10_000, "USD"), (cart.Minor("total"), cart.List("apart").Single().GetProperty("total").GetProperty("currency").GetString()));
        Assert.Equal("mall.mixed-currencies", (await shopper.Client.PostJsonAsync("/api/v1/checkout/quote", new { })).Code);
        var page = await shopper.Client.GetStringAsync("/cart", AppFixture.Ct);
        Assert.Contains("sold in different currencies", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/checkout\"", page, StringComparison.Ordinal);

        using var form = new FormUrlEncodedContent([new("skuId", $"{book}")]);
        using var removed = await shopper.Client.PostAsync("/cart?handler=Remove", form, AppFixture.Ct);
        Assert.Contains("href=\"/checkout\"", await shopper.Client.GetStringAsync("/cart", AppFixture.Ct), StringComparison.Ordinal);
        Assert.Equal(10_000, (await shopper.Client.PostJsonAsync("/api/v1/checkout/quote", new { })).Body.Minor("total"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public async Task A_quantity_is_at_least_one_and_at_most_what_a_line_holds(int quantity)
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync();
        var shopper = await scene.ShopperAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await PutAsync(shopper, tea, quantity)).Status);
        Assert.Empty((await shopper.Client.GetJsonAsync("/api/v1/cart")).Body.List("lines"));
    }

    [Fact]
    public async Task What_does_not_exist_does_not_go_into_a_cart()
    {
        var shopper = await (await MallScene.OpenAsync(app)).ShopperAsync();

        Assert.Equal("mall.product-not-found", (await PutAsync(shopper, 77, 1)).Code);
    }

    private static Task<Answer> PutAsync(Shopper shopper, long skuId, int quantity) => shopper.Client.PutJsonAsync($"/api/v1/cart/lines/{skuId}", new { quantity });
}

public sealed class CartOnSqlite(OnSqlite app) : CartTests(app);

public sealed class CartOnPostgres(OnPostgres app) : CartTests(app);
