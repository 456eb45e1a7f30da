using System.Net;
using Microsoft.EntityFrameworkCore;
using Sward.Contracts.Mall;
using Sward.Kernel;
using Sward.Mall;

namespace Sward.Tests.Mall;

public abstract class CheckoutTests(AppFixture app)
{
    [Fact]
    public async Task A_quote_explains_every_step_and_adds_up()
    {
        var scene = await MallScene.OpenAsync(app, thresholdMinor: 20_000, offMinor: 3_000);
        var (tea, cup) = (await scene.ListAsync(10_000), await scene.ListAsync(5_001));
        var shopper = await scene.ShopperAsync();

        var quote = await shopper.QuoteAsync((tea, 2), (cup, 1));

        Assert.Equal(HttpStatusCode.OK, quote.Status);
        Assert.Equal(22_001, quote.Body.Minor("total"));
        Assert.Equal(["public-price", "store-threshold", "freight-free"], quote.Body.List("steps").Select(step => step.GetProperty("why").GetString()));
        Assert.Equal("¥30.00 off from ¥200.00 in this store", quote.Body.List("steps").ElementAt(1).GetProperty("text").GetString());
        Assert.Equal(22_001, quote.Body.List("steps").Sum(step => step.Minor("amount")));
        Assert.Equal(22_001, quote.Body.List("lines").SelectMany(line => line.List("units")).Sum(unit => unit.GetProperty("amount").GetInt64()));
    }

    [Fact]
    public async Task A_checkout_makes_an_order_that_holds_its_stock_and_waits_for_payment()
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync(1_000, 5);
        var shopper = await scene.ShopperAsync();

        var checkout = await shopper.BuyAsync((tea, 2));

        var order = (await shopper.OrderAsync(checkout.OrderId())).Body;
        Assert.Equal("pendingPayment", order.StateOf());
        Assert.Equal(2_800, order.Minor("total"));
        Assert.Equal("Hangzhou", order.GetProperty("shipTo").GetProperty("city").GetString());
        Assert.Equal("created", await shopper.PaymentStateAsync(checkout.PaymentId()));
        Assert.Equal((3, 2, 0), await scene.StockAsync(tea));
        var announced = await app.InDb<MallDb, string>(db => db.Set<Fact>().Where(fact => fact.Name == OrderPlaced.Name).OrderByDescending(fact => fact.Position)
            .Select(fact => fact.Payload).FirstAsync(AppFixture.Ct));
        Assert.Contains(order.GetProperty("number").GetString()!, announced, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_of_a_checkout_is_what_the_order_reads_as()
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync(1_000, 5);
        var shopper = await scene.ShopperAsync();

        var checkout = await shopper.BuyAsync((tea, 1));

        Assert.Equal(
            checkout.List("orders").Single().GetRawText(),
            (await shopper.OrderAsync(checkout.OrderId())).Body.GetRawText());
    }

    [Fact]
    public async Task Two_buyers_race_for_the_last_unit_one_gets_it_and_one_is_told()
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync(1_000, 1);
        var shoppers = new[] { await scene.ShopperAsync(), await scene.ShopperAsync() };

        var answers = await Task.WhenAll(shoppers.Select(shopper => shopper.TryBuyAsync((tea, 1))));

        Assert.Single(answers, answer => answer.Status is HttpStatusCode.Created);
        Assert.Equal((HttpStatusCode.Conflict, "mall.sold-out"), answers.Where(answer => answer.Status is not HttpStatusCode.Created).Select(a => (a.Status, a.Code)).Single());
        Assert.Equal((0, 1, 0), await scene.StockAsync(tea));
    }

    [Fact]
    public async Task A_checkout_takes_all_its_lines_or_none()
    {
        var scene = await MallScene.OpenAsync(app);
        var (tea, cup) = (await scene.ListAsync(1_000, 5), await scene.ListAsync(1_000, 1));
        var shopper = await scene.ShopperAsync();

        var answer = await shopper.TryBuyAsync((tea, 1), (cup, 2));

        Assert.Equal("mall.sold-out", answer.Code);
        Assert.Equal((5, 0, 0), await scene.StockAsync(tea));
        Assert.Equal((1, 0, 0), await scene.StockAsync(cup));
    }

    [Fact]
    public async Task Two_lines_on_the_same_stock_are_added_up_first()
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync(1_000, 3);
        var shopper = await scene.ShopperAsync();

        Assert.Equal("mall.sold-out", (await shopper.TryBuyAsync((tea, 2), (tea, 2))).Code);
        Assert.Equal((3, 0, 0), await scene.StockAsync(tea));

        await shopper.BuyAsync((tea, 1), (tea, 2));
        Assert.Equal((0, 3, 0), await scene.StockAsync(tea));
    }

    [Fact]
    public async Task A_price_that_changed_between_quote_and_checkout_is_refused()
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync(1_000, 5);
        var shopper = await scene.ShopperAsync();
        var quote = await shopper.QuoteAsync((tea, 1));
        await scene.SetPriceAsync(tea, 1_001);

        var answer = await shopper.CheckoutAsync(quote.Body.GetProperty("id").GetString()!, Http.NewKey(), (tea, 1));

        Assert.Equal((HttpStatusCode.Conflict, "mall.price-changed"), (answer.Status, answer.Code));
        Assert.Equal((5, 0, 0), await scene.StockAsync(tea));
    }

    [Fact]
    public async Task A_quote_for_other_goods_or_another_buyer_does_not_count()
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync(1_000, 5);
        var (shopper, other) = (await scene.ShopperAsync(), await scene.ShopperAsync());
        var quoteId = (await shopper.QuoteAsync((tea, 1))).Body.GetProperty("id").GetString()!;

        Assert.Equal("mall.price-changed", (await shopper.CheckoutAsync(quoteId, Http.NewKey(), (tea, 2))).Code);
        Assert.Equal("mall.price-changed", (await other.CheckoutAsync(quoteId, Http.NewKey(), (tea, 1))).Code);
    }

    [Fact]
    public async Task A_repeated_key_gives_the_same_order_and_another_body_is_refused()
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync(1_000, 5);
        var shopper = await scene.ShopperAsync();
        var (key, quoteId) = (Http.NewKey(), (await shopper.QuoteAsync((tea, 1))).Body.GetProperty("id").GetString()!);

        var first = await shopper.CheckoutAsync(quoteId, key, (tea, 1));
        var again = await shopper.CheckoutAsync(quoteId, key, (tea, 1));
        var other = await shopper.CheckoutAsync(quoteId, key, (tea, 2));

        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal(HttpStatusCode.Created, again.Status);
        Assert.Equal(first.Body.GetRawText(), again.Body.GetRawText());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Equal((4, 1, 0), await scene.StockAsync(tea));
    }

    [Fact]
    public async Task A_key_that_is_repeated_after_its_answer_was_forgotten_finds_the_purchase()
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync(1_000, 5);
        var shopper = await scene.ShopperAsync();
        var (key, quoteId) = (Http.NewKey(), (await shopper.QuoteAsync((tea, 1))).Body.GetProperty("id").GetString()!);
        var first = await shopper.CheckoutAsync(quoteId, key, (tea, 1));
        await app.InDb<KernelDb, int>(db => db.Answers.Where(answer => answer.Key == key).ExecuteDeleteAsync(AppFixture.Ct));

        var again = await shopper.CheckoutAsync(quoteId, key, (tea, 1));

        Assert.Equal(HttpStatusCode.Created, again.Status);
        Assert.Equal(first.Body.GetRawText(), again.Body.GetRawText());
        Assert.Equal((4, 1, 0), await scene.StockAsync(tea));
    }

    [Fact]
    public async Task Twenty_taps_with_one_key_buy_once()
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync(1_000, 50);
        var shopper = await scene.ShopperAsync();
        var (key, quoteId) = (Http.NewKey(), (await shopper.QuoteAsync((tea, 1))).Body.GetProperty("id").GetString()!);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shopper.CheckoutAsync(quoteId, key, (tea, 1))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        Assert.Single(answers.Select(answer => answer.Body.IdOf()).Distinct());
        Assert.Equal((49, 1, 0), await scene.StockAsync(tea));
    }

    [Fact]
    public async Task Without_a_key_nothing_is_bought()
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync(1_000, 5);
        var shopper = await scene.ShopperAsync();
        var quoteId = (await shopper.QuoteAsync((tea, 1))).Body.GetProperty("id").GetString()!;

        var answer = await shopper.CheckoutAsync(quoteId, key: null, (tea, 1));

        Assert.Equal((HttpStatusCode.BadRequest, "kernel.idempotency-key-required"), (answer.Status, answer.Code));
        Assert.Equal((5, 0, 0), await scene.StockAsync(tea));
    }

    [Fact]
    public async Task Orders_are_split_by_store_and_warehouse_and_keep_every_cent()
    {
        var (one, two) = (await MallScene.OpenAsync(app, 30_000, 1_001), await MallScene.OpenAsync(app));
        var (tea, cup, book) = (await one.ListAsync(9_999, 2, 3), await one.ListAsync(3_333, 7), await two.ListAsync(1_234, 1));
        var shopper = await one.ShopperAsync();
        (long, int)[] lines = [(tea, 4), (cup, 3), (book, 1)];
        var quoted = (await shopper.QuoteAsync(lines)).Body;

        var checkout = await shopper.BuyAsync(lines);

        var orders = checkout.List("orders").ToList();
        // Four units of tea lie in two warehouses, the cups in a third, the book is another store's.
        Assert.Equal(4, orders.Count);
        Assert.Equal(4, orders.Select(order => order.GetProperty("number").GetString()).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(quoted.Minor("total"), orders.Sum(order => order.Minor("total")));
        Assert.Equal(quoted.Minor("total"), orders.SelectMany(order => order.List("steps")).Sum(step => step.Minor("amount")));
        Assert.Equal(quoted.Minor("total"), checkout.GetProperty("payment").Minor("amount"));
        Assert.Equal(
            quoted.List("lines").SelectMany(line => line.List("units")).Select(unit => unit.GetProperty("amount").GetInt64()).Order(),
            orders.SelectMany(order => order.List("lines")).SelectMany(line => line.List("units")).Select(unit => unit.GetProperty("amount").GetInt64()).Order());
        Assert.Equal((1, 4, 0), await one.StockAsync(tea));
    }

    [Fact]
    public async Task Goods_off_the_shelf_a_foreign_address_and_an_empty_cart_are_refused()
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync(1_000, 5);
        var (shopper, other) = (await scene.ShopperAsync(), await scene.ShopperAsync());
        var quoteId = (await shopper.QuoteAsync((tea, 1))).Body.GetProperty("id").GetString()!;

        Assert.Equal("mall.address-not-found", (await (shopper with { AddressId = other.AddressId }).CheckoutAsync(quoteId, Http.NewKey(), (tea, 1))).Code);
        Assert.Equal("mall.cart-empty", (await shopper.QuoteAsync()).Code);
        await app.InDb<MallDb, int>(db => db.Products.Where(p => p.StoreId == scene.StoreId).ExecuteUpdateAsync(set => set.SetProperty(p => p.OnSale, false), AppFixture.Ct));
        Assert.Equal("mall.not-on-sale", (await shopper.QuoteAsync((tea, 1))).Code);
        Assert.Equal((5, 0, 0), await scene.StockAsync(tea));
    }

    [Fact]
    public async Task What_was_bought_leaves_the_cart_and_the_rest_stays()
    {
        var scene = await MallScene.OpenAsync(app);
        var (tea, cup) = (await scene.ListAsync(1_000), await scene.ListAsync(2_000));
        var shopper = await scene.ShopperAsync();
        await shopper.Client.PutJsonAsync($"/api/v1/cart/lines/{tea}", new { quantity = 2 });
        await shopper.Client.PutJsonAsync($"/api/v1/cart/lines/{cup}", new { quantity = 1 });

        await shopper.BuyAsync((tea, 2));

        var cart = (await shopper.Client.GetJsonAsync("/api/v1/cart")).Body;
        Assert.Equal(cup, cart.List("lines").Single().IdOf("skuId"));
    }

    [Fact]
    public async Task The_cart_can_be_checked_out_without_naming_its_lines()
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync(1_000, 5);
        var shopper = await scene.ShopperAsync();
        await shopper.Client.PutJsonAsync($"/api/v1/cart/lines/{tea}", new { quantity = 3 });
        var quote = await shopper.Client.PostJsonAsync("/api/v1/checkout/quote", new { });

        var answer = await shopper.Client.PostJsonAsync(
            "/api/v1/checkout", new { addressId = $"{shopper.AddressId}", quoteId = quote.Body.GetProperty("id").GetString() }, Http.NewKey());

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal((2, 3, 0), await scene.StockAsync(tea));
        Assert.Empty((await shopper.Client.GetJsonAsync("/api/v1/cart")).Body.List("lines"));
    }

    [Fact]
    public async Task Two_buyers_who_buy_at_once_lose_only_what_each_bought_from_the_cart()
    {
        var scene = await MallScene.OpenAsync(app);
        var (tea, cup) = (await scene.ListAsync(1_000), await scene.ListAsync(2_000));
        var shoppers = new[] { await scene.ShopperAsync(), await scene.ShopperAsync() };
        foreach (var (shopper, skuId) in shoppers.SelectMany(shopper => new[] { (shopper, tea), (shopper, cup) }))
        {
            await shopper.Client.PutJsonAsync($"/api/v1/cart/lines/{skuId}", new { quantity = 1 });
        }

        await Task.WhenAll(shoppers[0].BuyAsync((tea, 1)), shoppers[1].BuyAsync((cup, 1)));

        Assert.Equal(cup, (await shoppers[0].Client.GetJsonAsync("/api/v1/cart")).Body.List("lines").Single().IdOf("skuId"));
        Assert.Equal(tea, (await shoppers[1].Client.GetJsonAsync("/api/v1/cart")).Body.List("lines").Single().IdOf("skuId"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("much-too-long")]
    public async Task The_checkout_page_takes_no_key_that_is_none(string key)
    {
        var scene = await MallScene.OpenAsync(app);
        var tea = await scene.ListAsync(1_000, 5);
        var shopper = await scene.ShopperAsync();
        var quoteId = (await shopper.QuoteAsync((tea, 1))).Body.GetProperty("id").GetString()!;

        using var form = new FormUrlEncodedContent(
            [new("addressId", $"{shopper.AddressId}"), new("quoteId", quoteId), new("key", key is "much-too-long" ? new string('k', 101) : key)]);
        using var page = await shopper.Client.PostAsync($"/checkout?handler=Order&sku={tea}&quantity=1", form, AppFixture.Ct);

        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Equal((5, 0, 0), await scene.StockAsync(tea));
    }

    [Fact]
    public async Task Visitors_are_asked_to_sign_in()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.GetJsonAsync("/api/v1/cart")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.PostJsonAsync("/api/v1/checkout", new { }, Http.NewKey())).Status);
    }

    [Fact]
    public async Task The_mall_writes_durably()
    {
        var level = await app.InDb<MallDb, string>(async db =>
        {
            Assert.SkipUnless(db.Database.IsSqlite(), "The servers of these tests do not wait for their disks; the durability tests ask one that does.");
            await db.Database.OpenConnectionAsync(AppFixture.Ct);
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA synchronous";
            return $"{await command.ExecuteScalarAsync(AppFixture.Ct)}";
        });

        Assert.Equal("2", level);
    }
}

public sealed class CheckoutOnSqlite(OnSqlite app) : CheckoutTests(app);

public sealed class CheckoutOnPostgres(OnPostgres app) : CheckoutTests(app);
