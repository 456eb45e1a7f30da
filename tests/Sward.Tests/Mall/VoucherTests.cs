using System.Net;
using System.Text.Json;
using Sward.Mall;
using Sward.Mall.Ledger;

namespace Sward.Tests.Mall;

public abstract class VoucherTests(AppFixture app)
{
    [Fact]
    public async Task A_voucher_is_issued_when_it_is_paid_and_used_once()
    {
        var (scene, shopper, order) = await BoughtAsync(app, units: 2);
        Assert.Equal(("issued", 0L), (order.StateOf(), order.Minor("freight")));
        var vouchers = await VouchersAsync(shopper);
        Assert.Equal(2, vouchers.Count);

        var key = Http.NewKey();
        var first = await RedeemAsync(scene, TicketOf(vouchers[0]), key);
        var again = await RedeemAsync(scene, TicketOf(vouchers[0]), key);
        var other = await RedeemAsync(scene, TicketOf(vouchers[0]), Http.NewKey());

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.Status, again.Status));
        Assert.Equal(first.Body.GetProperty("redeemedAt").GetString(), again.Body.GetProperty("redeemedAt").GetString());
        Assert.Equal((HttpStatusCode.Conflict, "mall.voucher-redeemed"), (other.Status, other.Code));
        Assert.Contains("Seller", other.Body.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal("issued", await shopper.OrderStateAsync(order.IdOf()));

        // The code alone, as it is read out at the counter, is as good as the picture.
        var typed = vouchers[1].GetProperty("code").GetString()!.ToLowerInvariant().Insert(4, " ");
        Assert.Equal(HttpStatusCode.OK, (await RedeemAsync(scene, typed, Http.NewKey())).Status);
        Assert.Equal("completed", await shopper.OrderStateAsync(order.IdOf()));
        Assert.Equal("mall.order-state", (await shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/cancel")).Code);
    }

    [Fact]
    public async Task The_first_voucher_that_is_used_asks_once_how_it_was()
    {
        var (scene, shopper, order) = await BoughtAsync(app, units: 2);
        var vouchers = await VouchersAsync(shopper);
        Assert.Equal("mall.review-before-receipt", (await ReviewAsync()).Code);

        await RedeemAsync(scene, TicketOf(vouchers[0]), Http.NewKey());
        await app.DeliverFactsAsync();
        Assert.Equal($"/orders/{order.IdOf()}/review", Assert.Single(await InvitationsAsync()).GetProperty("url").GetString());
        Assert.Equal(HttpStatusCode.Created, (await ReviewAsync()).Status);
        await RedeemAsync(scene, TicketOf(vouchers[1]), Http.NewKey());
        await app.DeliverFactsAsync();
        Assert.Single(await InvitationsAsync());

        Task<Answer> ReviewAsync() => shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/review", new { stars = 5, body = "Fine tea" });
        async Task<List<JsonElement>> InvitationsAsync() => [.. (await shopper.Client.GetJsonAsync("/api/v1/notices?kind=noteInvited")).Items()];
    }

    [Fact]
    public async Task Ten_counters_at_once_take_a_voucher_once()
    {
        var (scene, shopper, _) = await BoughtAsync(app, units: 1);
        var ticket = TicketOf((await VouchersAsync(shopper)).Single());

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => RedeemAsync(scene, ticket, Http.NewKey())));

        Assert.Single(answers, answer => answer.Status is HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.Status is not HttpStatusCode.OK), answer => Assert.Equal("mall.voucher-redeemed", answer.Code));
    }

    [Fact]
    public async Task One_key_takes_one_voucher()
    {
        var (scene, shopper, _) = await BoughtAsync(app, units: 2);
        var vouchers = await VouchersAsync(shopper);
        var key = Http.NewKey();
        await RedeemAsync(scene, TicketOf(vouchers[0]), key);

        Assert.Equal("kernel.idempotency-key-reused", (await RedeemAsync(scene, TicketOf(vouchers[1]), key)).Code);
        Assert.Single(await VouchersAsync(shopper), voucher => voucher.StateOf() is "issued");
    }

    [Fact]
    public async Task A_forged_ticket_and_another_stores_voucher_are_refused()
    {
        var (scene, shopper, _) = await BoughtAsync(app, units: 1);
        var ticket = TicketOf((await VouchersAsync(shopper)).Single());
        var other = await MallScene.OpenAsync(app);

        Assert.Equal("mall.voucher-not-genuine", (await RedeemAsync(scene, ticket[..^1] + (ticket[^1] is 'A' ? 'B' : 'A'), Http.NewKey())).Code);
        Assert.Equal("mall.voucher-not-genuine", (await RedeemAsync(other, ticket, Http.NewKey())).Code);
        Assert.Equal("mall.voucher-not-found", (await RedeemAsync(other, ticket.Split('.')[0], Http.NewKey())).Code);
        Assert.Equal("mall.store-not-found", (await other.Seller.Client.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/redemptions", new { ticket }, Http.NewKey())).Code);
        Assert.Equal("issued", (await VouchersAsync(shopper)).Single().StateOf());
    }

    [Fact]
    public async Task What_is_not_used_in_time_is_refunded_by_itself()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, shopper, order) = await BoughtAsync(own, units: 2);
        var vouchers = await VouchersAsync(shopper);
        await RedeemAsync(scene, TicketOf(vouchers[0]), Http.NewKey());
        await own.MoveClockAsync(TimeSpan.FromDays(30));
        Assert.Equal("mall.voucher-ended", (await RedeemAsync(scene, TicketOf(vouchers[1]), Http.NewKey())).Code);

        await own.RunJobAsync("mall.expire-vouchers");
        await own.RunJobAsync("mall.expire-vouchers");

        Assert.Equal(["expired", "redeemed"], (await VouchersAsync(shopper)).Select(voucher => voucher.StateOf()).Order(StringComparer.Ordinal));
        Assert.Equal("partRefunded", await shopper.OrderStateAsync(order.IdOf()));
        Assert.Equal(order.Minor("total") / 2, await MallScene.BalanceAsync(own, AccountKind.Refund, shopper.Person.Id));
        Assert.Empty(await own.InDb<MallDb, IReadOnlyList<string>>(db => new Invariants(db).BrokenAsync(AppFixture.Ct)));
    }

    [Fact]
    public async Task A_whole_order_that_nobody_used_is_given_back_with_its_stock()
    {
        var (scene, shopper, order) = await BoughtAsync(app, units: 2);
        var skuId = order.List("lines").Single().IdOf("skuId");

        Assert.Equal("cancelled", (await shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/cancel")).Body.StateOf());

        Assert.All(await VouchersAsync(shopper), voucher => Assert.Equal("cancelled", voucher.StateOf()));
        Assert.Equal("mall.voucher-ended", (await RedeemAsync(scene, TicketOf((await VouchersAsync(shopper))[0]), Http.NewKey())).Code);
        Assert.Equal((10, 0, 0), await scene.StockAsync(skuId));
        Assert.Equal(order.Minor("total"), await MallScene.BalanceAsync(app, AccountKind.Refund, shopper.Person.Id));
    }

    [Fact]
    public async Task What_was_used_in_part_is_not_given_back_as_a_whole()
    {
        var (scene, shopper, order) = await BoughtAsync(app, units: 2);
        await RedeemAsync(scene, TicketOf((await VouchersAsync(shopper))[0]), Http.NewKey());

        Assert.Equal("mall.voucher-ended", (await shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/cancel")).Code);
        Assert.Equal("issued", await shopper.OrderStateAsync(order.IdOf()));
        Assert.Equal(0, await MallScene.BalanceAsync(app, AccountKind.Refund, shopper.Person.Id));
    }

    [Fact]
    public async Task One_of_several_is_given_back_once_and_the_others_stay()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, shopper, order) = await BoughtAsync(own, units: 3);
        var vouchers = await VouchersAsync(shopper);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ReturnAsync(shopper, vouchers[0])));

        Assert.Equal("cancelled", Assert.Single(answers, answer => answer.Status is HttpStatusCode.OK).Body.StateOf());
        Assert.Equal(5_000, await MallScene.BalanceAsync(own, AccountKind.Refund, shopper.Person.Id));
        Assert.Equal("mall.voucher-ended", (await RedeemAsync(scene, TicketOf(vouchers[0]), Http.NewKey())).Code);
        Assert.Equal((8, 0, 3), await scene.StockAsync(order.List("lines").Single().IdOf("skuId")));
        Assert.Equal(HttpStatusCode.OK, (await RedeemAsync(scene, TicketOf(vouchers[1]), Http.NewKey())).Status);
        Assert.Equal("mall.voucher-ended", (await ReturnAsync(shopper, vouchers[1])).Code);
        using var form = new FormUrlEncodedContent([]);
        using var page = await shopper.Client.PostAsync($"/vouchers/{vouchers[2].IdOf()}?handler=Return", form, AppFixture.Ct);
        Assert.Equal("partRefunded", await shopper.OrderStateAsync(order.IdOf()));
        Assert.Equal(10_000, await MallScene.BalanceAsync(own, AccountKind.Refund, shopper.Person.Id));
        Assert.Empty(await own.InDb<MallDb, IReadOnlyList<string>>(db => new Invariants(db).BrokenAsync(AppFixture.Ct)));
    }

    [Fact]
    public async Task All_that_are_given_back_one_by_one_end_the_order_and_strangers_give_back_none()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, shopper, order) = await BoughtAsync(own, units: 2);
        var vouchers = await VouchersAsync(shopper);

        Assert.Equal("mall.voucher-unknown", (await ReturnAsync(await scene.ShopperAsync(), vouchers[0])).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.Seller.Client.PostJsonAsync($"/api/v1/vouchers/{vouchers[0].IdOf()}/return")).Status);
        Assert.Equal("issued", await shopper.OrderStateAsync(order.IdOf()));
        foreach (var voucher in vouchers)
        {
            Assert.Equal(HttpStatusCode.OK, (await ReturnAsync(shopper, voucher)).Status);
        }

        Assert.Equal("refunded", await shopper.OrderStateAsync(order.IdOf()));
        Assert.Equal(order.Minor("total"), await MallScene.BalanceAsync(own, AccountKind.Refund, shopper.Person.Id));
        Assert.Empty(await own.InDb<MallDb, IReadOnlyList<string>>(db => new Invariants(db).BrokenAsync(AppFixture.Ct)));
    }

    [Fact]
    public async Task A_booking_holds_on_its_day_and_no_more_places_are_sold_than_there_are()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var day = own.Clock.GetUtcNow().AddDays(5).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var skuId = await ListAsync(scene, "booking", validDays: 0, units: 1, day);
        var (shopper, order) = await scene.PaidOrderAsync((skuId, 1));
        var late = await scene.ShopperAsync();
        Assert.Equal("mall.sold-out", (await late.TryBuyAsync((skuId, 1))).Code);

        var ticket = TicketOf((await VouchersAsync(shopper)).Single());
        Assert.Equal("mall.voucher-too-early", (await RedeemAsync(scene, ticket, Http.NewKey())).Code);
        await own.MoveClockAsync(TimeSpan.FromDays(5));
        Assert.Equal(HttpStatusCode.OK, (await RedeemAsync(scene, ticket, Http.NewKey())).Status);
        Assert.Equal("completed", await shopper.OrderStateAsync(order.IdOf()));

        await own.MoveClockAsync(TimeSpan.FromDays(1));
        Assert.Equal("mall.not-on-sale", (await late.QuoteAsync((skuId, 1))).Code);
    }

    [Fact]
    public async Task Vouchers_and_parcels_of_one_store_are_two_orders()
    {
        var scene = await MallScene.OpenAsync(app);
        var (voucher, tea) = (await ListAsync(scene, "voucher", 30, 10), await scene.ListAsync());
        var shopper = await scene.ShopperAsync();
        var checkout = await shopper.BuyAsync((voucher, 1), (tea, 1));
        await shopper.PayAsync(checkout.PaymentId());

        var states = new List<string>();
        foreach (var order in checkout.List("orders"))
        {
            states.Add(await shopper.OrderStateAsync(order.IdOf()));
        }

        Assert.Equal(["issued", "toShip"], states.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("voucher", 0, null)]
    [InlineData("shipped", 30, null)]
    [InlineData("booking", 0, null)]
    [InlineData("voucher", 30, "2026-12-24")]
    public async Task Each_kind_of_goods_says_what_it_has_to(string kind, int validDays, string? day)
    {
        var scene = await MallScene.OpenAsync(app);

        var answer = await scene.Seller.Client.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/products", BodyOf(kind, validDays, 1, day));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "mall.goods-kind"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task The_counter_takes_a_voucher_by_its_form_and_says_when_and_by_whom_it_was_taken_before()
    {
        var (scene, shopper, order) = await BoughtAsync(app, units: 1);
        var voucher = (await VouchersAsync(shopper)).Single();
        Assert.Contains($"href=\"/vouchers/{voucher.IdOf()}\"", await shopper.Client.GetStringAsync($"/orders/{order.IdOf()}", AppFixture.Ct), StringComparison.Ordinal);
        Assert.Contains("class=\"pay-code\"", await shopper.Client.GetStringAsync($"/vouchers/{voucher.IdOf()}", AppFixture.Ct), StringComparison.Ordinal);
        using var stranger = await scene.Seller.Client.GetAsync($"/vouchers/{voucher.IdOf()}", AppFixture.Ct);
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);

        var key = Guid.NewGuid().ToString("N");
        Assert.Contains("Redeemed: ", await PostAsync(scene, TicketOf(voucher), key), StringComparison.Ordinal);
        Assert.Contains("Redeemed: ", await PostAsync(scene, TicketOf(voucher), key), StringComparison.Ordinal);
        Assert.Contains("redeemed already", await PostAsync(scene, TicketOf(voucher), Guid.NewGuid().ToString("N")), StringComparison.Ordinal);
    }

    private static async Task<string> PostAsync(MallScene scene, string ticket, string key)
    {
        using var form = new FormUrlEncodedContent([new("ticket", ticket), new("key", key)]);
        using var answer = await scene.Seller.Client.PostAsync($"/desk/{scene.StoreId}/vouchers", form, AppFixture.Ct);
        return await answer.Content.ReadAsStringAsync(AppFixture.Ct);
    }

    private static async Task<(MallScene Scene, Shopper Shopper, JsonElement Order)> BoughtAsync(AppFixture host, int units)
    {
        var scene = await MallScene.OpenAsync(host);
        var (shopper, order) = await scene.PaidOrderAsync((await ListAsync(scene, "voucher", validDays: 30, units: 10), units));
        return (scene, shopper, order);
    }

    private static async Task<long> ListAsync(MallScene scene, string kind, int validDays, int units, string? day = null)
    {
        var answer = await scene.Seller.Client.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/products", BodyOf(kind, validDays, units, day));
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return answer.Body.List("skus").Single().IdOf();
    }

    private static object BodyOf(string kind, int validDays, int units, string? day) => new
    {
        name = "Tea for two",
        origin = "Hangzhou",
        category = "food",
        pictures = Array.Empty<string>(),
        kind,
        validDays,
        skus = new[] { new { code = "one", price = new { amount = 5_000, currency = "CNY" }, day, stock = new[] { new { warehouse = "main", units } } } },
    };

    private static async Task<List<JsonElement>> VouchersAsync(Shopper shopper) => [.. (await shopper.Client.GetJsonAsync("/api/v1/vouchers")).Items()];

    private static Task<Answer> ReturnAsync(Shopper shopper, JsonElement voucher) => shopper.Client.PostJsonAsync($"/api/v1/vouchers/{voucher.IdOf()}/return");

    private static string TicketOf(JsonElement voucher) => voucher.GetProperty("ticket").GetString()!;

    private static Task<Answer> RedeemAsync(MallScene scene, string ticket, string key) =>
        scene.Seller.Client.PostJsonAsync($"/api/v1/stores/{scene.StoreId}/redemptions", new { ticket }, key);
}

public sealed class VouchersOnSqlite(OnSqlite app) : VoucherTests(app);

public sealed class VouchersOnPostgres(OnPostgres app) : VoucherTests(app);
