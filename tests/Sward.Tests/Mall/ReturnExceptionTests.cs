using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sward.Mall;
using Sward.Mall.Catalog;
using Sward.Tests.Mall.Earning;

namespace Sward.Tests.Mall;

/// <summary>Goods that cannot be returned without a reason: some never, some only when the buyer has confirmed it for the purchase.</summary>
public abstract class ReturnExceptionTests(AppFixture app)
{
    [Fact]
    public async Task Fresh_goods_are_bought_like_others_and_returned_only_when_something_is_wrong()
    {
        var (scene, skuId, _) = await ListAsync("perishable");
        var (shopper, order) = await scene.PaidOrderAsync((skuId, 1));
        await scene.ReceiveAsync(shopper, order);
        Assert.Equal("perishable", order.List("lines").Single().GetProperty("returns").GetString());

        var refused = await ApplyAsync(shopper, order, "noReason");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "mall.not-returnable"), (refused.Status, refused.Code));
        Assert.Equal("mall.not-returnable", (await ApplyAsync(shopper, order, "other")).Code);
        Assert.Empty((await shopper.OrderAsync(order.IdOf())).Body.List("afterSales"));
        Assert.Equal(HttpStatusCode.Created, (await ApplyAsync(shopper, order, "defect")).Status);
    }

    [Fact]
    public async Task Opened_goods_that_touch_health_are_sold_only_to_who_confirms_it_and_the_text_is_kept()
    {
        var (scene, skuId, _) = await ListAsync("hygiene");
        var shopper = await scene.ShopperAsync();
        var quote = (await shopper.QuoteAsync((skuId, 1))).Body;
        var terms = quote.GetProperty("returnTerms");
        Assert.Equal(ReturnRules.TextVersion, terms.GetProperty("version").GetString());

        foreach (var version in new[] { null, "2020-01" })
        {
            var refused = await CheckoutAsync(shopper, quote, skuId, version);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "mall.return-terms-unconfirmed"), (refused.Status, refused.Code));
        }

        Assert.Empty((await shopper.Client.GetJsonAsync("/api/v1/orders")).Items());
        var bought = await CheckoutAsync(shopper, quote, skuId, terms.GetProperty("version").GetString());
        Assert.Equal(HttpStatusCode.Created, bought.Status);
        var purchaseId = bought.Body.IdOf();
        Assert.Equal(ReturnRules.TextVersion, await app.InDb<MallDb, string?>(db => db.Purchases.Where(p => p.Id == purchaseId).Select(p => p.ReturnTerms).SingleAsync(AppFixture.Ct)));
        await shopper.PayAsync(bought.Body.PaymentId());
        var order = (await shopper.OrderAsync(bought.Body.OrderId())).Body;
        await scene.ReceiveAsync(shopper, order);
        Assert.Equal("mall.not-returnable", (await ApplyAsync(shopper, order, "noReason")).Code);
        Assert.Equal(HttpStatusCode.Created, (await ApplyAsync(shopper, order, "notAsDescribed")).Status);
    }

    [Fact]
    public async Task Other_goods_ask_for_nothing_and_a_rule_that_changes_after_the_quote_is_noticed()
    {
        var (scene, skuId, productId) = await ListAsync("sevenDays");
        var shopper = await scene.ShopperAsync();
        var quote = (await shopper.QuoteAsync((skuId, 1))).Body;
        Assert.Equal(JsonValueKind.Null, quote.GetProperty("returnTerms").ValueKind);
        Assert.Equal(HttpStatusCode.NotFound, (await shopper.Client.PatchJsonAsync($"/api/v1/products/{productId}", new { returns = "perishable" })).Status);

        Assert.Equal("nearExpiry", (await scene.Seller.Client.PatchJsonAsync($"/api/v1/products/{productId}", new { returns = "nearExpiry" })).Body.GetProperty("returns").GetString());

        Assert.Equal("mall.price-changed", (await CheckoutAsync(shopper, quote, skuId, version: null)).Code);
    }

    [Fact]
    public async Task What_was_not_asked_does_not_bind_and_an_order_keeps_what_was_agreed()
    {
        var (scene, skuId, productId) = await ListAsync("sevenDays");
        var (shopper, order) = await scene.PaidOrderAsync((skuId, 1));
        await scene.Seller.Client.PatchJsonAsync($"/api/v1/products/{productId}", new { returns = "customMade" });
        await scene.ReceiveAsync(shopper, order);

        Assert.Equal(HttpStatusCode.Created, (await ApplyAsync(shopper, order, "noReason")).Status);
    }

    [Fact]
    public async Task The_pages_say_it_before_the_purchase_and_the_box_has_to_be_ticked()
    {
        var (scene, skuId, productId) = await ListAsync("sevenDays");
        var shopper = await scene.ShopperAsync();
        Assert.DoesNotContain("returnTerms", await shopper.Client.GetStringAsync($"/checkout?sku={skuId}&quantity=1", AppFixture.Ct), StringComparison.Ordinal);
        var desk = $"/desk/{scene.StoreId}/products/{productId}";
        Assert.Contains("name=\"returns\"", await scene.Seller.Client.GetStringAsync(desk, AppFixture.Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(shopper.Person, desk, ("name", "Balm"), ("origin", "Fujian"), ("category", "beauty"), ("returns", "SevenDays")));
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(scene.Seller, desk, ("name", "Balm"), ("origin", "Fujian"), ("category", "beauty"), ("returns", "Hygiene")));

        Assert.Contains("It touches health", await app.Visitor.GetStringAsync($"/products/{productId}", AppFixture.Ct), StringComparison.Ordinal);
        var url = $"/checkout?handler=Order&sku={skuId}&quantity=1";
        var checkout = await shopper.Client.GetStringAsync($"/checkout?sku={skuId}&quantity=1", AppFixture.Ct);
        Assert.Contains($"name=\"returnTerms\" value=\"{ReturnRules.TextVersion}\" required", checkout, StringComparison.Ordinal);
        var quoteId = (await shopper.QuoteAsync((skuId, 1))).Body.GetProperty("id").GetString()!;
        (string, string)[] order = [("addressId", $"{shopper.AddressId}"), ("quoteId", quoteId), ("key", Http.NewKey())];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync(shopper.Person, url, order));
        Assert.Empty((await shopper.Client.GetJsonAsync("/api/v1/orders")).Items());
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(shopper.Person, url, [.. order, ("returnTerms", ReturnRules.TextVersion)]));
        Assert.Single((await shopper.Client.GetJsonAsync("/api/v1/orders")).Items());
    }

    private async Task<(MallScene Scene, long SkuId, long ProductId)> ListAsync(string returns)
    {
        var scene = await MallScene.OpenAsync(app);
        var listed = await scene.Seller.Client.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/products", new
        {
            name = "Balm",
            origin = "Fujian",
            category = "beauty",
            pictures = Array.Empty<string>(),
            returns,
            skus = new[] { new { code = "one", price = new { amount = 5_000, currency = "CNY" }, stock = new[] { new { warehouse = "main", units = 10 } } } },
        });
        Assert.Equal((HttpStatusCode.Created, returns), (listed.Status, listed.Body.GetProperty("returns").GetString()));
        return (scene, listed.Body.List("skus").Single().IdOf(), listed.Body.IdOf());
    }

    private static Task<Answer> CheckoutAsync(Shopper shopper, JsonElement quote, long skuId, string? version) => shopper.Client.PostJsonAsync(
        "/api/v1/checkout",
        new { lines = new[] { new { skuId = $"{skuId}", quantity = 1 } }, addressId = $"{shopper.AddressId}", quoteId = quote.GetProperty("id").GetString(), returnTerms = version }, Http.NewKey());

    private static Task<Answer> ApplyAsync(Shopper shopper, JsonElement order, string cause) =>
        shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/after-sales", new { kind = "returnAndRefund", cause, reason = "see there" }, Http.NewKey());

    private static async Task<HttpStatusCode> PostAsync(Person person, string url, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await person.Client.PostAsync(url, form, AppFixture.Ct);
        return answer.StatusCode;
    }
}

public sealed class ReturnExceptionsOnSqlite(OnSqlite app) : ReturnExceptionTests(app);

public sealed class ReturnExceptionsOnPostgres(OnPostgres app) : ReturnExceptionTests(app);
