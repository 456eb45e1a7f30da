using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sward.Mall;
using Sward.Mall.Commissions;
using Sward.Mall.Ledger;
using Sward.Tests.Mall.Earning;

namespace Sward.Tests.Mall;

/// <summary>Returns by the book: how long a buyer has, for which causes, and who pays the freight of both ways.</summary>
public abstract class ReturnTests(AppFixture app)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task The_day_of_receipt_does_not_count_and_what_is_wrong_has_fifteen_days()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, shopper, order) = await ReceivedAsync(own);
        var (seven, fifteen) = (MallScene.WindowOf(own, 7), MallScene.WindowOf(own, 15));
        Assert.True(seven > TimeSpan.FromDays(7), $"{seven}");

        await own.MoveClockAsync(seven - Second);
        await CancelledAsync(shopper, await ApplyAsync(shopper, order, "returnAndRefund", "noReason"));
        await own.MoveClockAsync(Second);
        Assert.Equal("mall.after-sale-too-late", (await ApplyAsync(shopper, order, "returnAndRefund", "noReason")).Code);
        Assert.Equal("mall.after-sale-too-late", (await ApplyAsync(shopper, order, "refundOnly", "other", reason: "torn")).Code);

        // The store has its money by now; what is wrong with goods is still its matter.
        await own.RunJobAsync("mall.close-orders");
        Assert.Equal("closed", await shopper.OrderStateAsync(order.IdOf()));
        await own.MoveClockAsync(fifteen - seven - Second);
        await CancelledAsync(shopper, await ApplyAsync(shopper, order, "returnAndRefund", "defect"));
        Assert.Contains("value=\"Defect\"", await shopper.Client.GetStringAsync($"/orders/{order.IdOf()}", AppFixture.Ct), StringComparison.Ordinal);
        await own.MoveClockAsync(Second);
        Assert.Equal("mall.after-sale-too-late", (await ApplyAsync(shopper, order, "returnAndRefund", "defect")).Code);
        Assert.DoesNotContain("handler=AfterSale", await shopper.Client.GetStringAsync($"/orders/{order.IdOf()}", AppFixture.Ct), StringComparison.Ordinal);
        Assert.Equal(order.Minor("total"), await own.HoldsAsync(AccountKind.Merchant, scene.StoreId));
    }

    [Fact]
    public async Task A_defect_after_settlement_may_be_refused_decided_and_is_taken_back_from_all_who_had_a_share()
    {
        await using var own = await app.OwnHostAsync();
        await own.AddRateAsync(CommissionKind.Platform, 1_000);
        var (scene, shopper, order) = await ReceivedAsync(own);
        await own.CloseOrdersAsync();
        var judge = await own.SignUpAsync("Judge");
        await FlashScene.MakeOperatorAsync(own, judge);
        var had = await own.HoldsAsync(AccountKind.Merchant, scene.StoreId);

        var id = (await ApplyAsync(shopper, order, "refundOnly", "defect")).Body.IdOf();
        await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/refuse", new { reason = "worn" });
        Assert.Equal("platformIntervening", (await shopper.Client.PostJsonAsync($"/api/v1/after-sales/{id}/call-platform", new { reason = "it came so" })).Body.StateOf());
        var decided = await judge.Client.PostJsonAsync($"/api/v1/after-sales/{id}/decide", new { @for = "buyer", reason = "indeed" });

        Assert.Equal("done", decided.Body.StateOf());
        Assert.True(had > 0);
        Assert.Equal(0, await own.HoldsAsync(AccountKind.Merchant, scene.StoreId));
        Assert.Equal(0, await own.HoldsAsync(AccountKind.Commission, Posting.Platform));
        Assert.Equal(order.Minor("total"), await own.HoldsAsync(AccountKind.Refund, shopper.Person.Id));
        await SoundAsync(own);
    }

    [Theory]
    [InlineData("noReason", "defect")]
    [InlineData("defect", "noReason")]
    [InlineData("noReason", "noReason")]
    public async Task Freight_stays_with_the_store_for_units_that_were_only_not_wanted_in_whatever_order(string first, string second)
    {
        await using var own = await app.OwnHostAsync();
        await own.AddRateAsync(CommissionKind.Platform, 1_000);
        await own.AddRateAsync(CommissionKind.Creator, 500);
        var (scene, shopper, order) = await ReceivedAsync(own, units: 3);
        var line = order.List("lines").Single();
        var units = line.List("units").Select(unit => unit.GetProperty("amount").GetInt64()).ToList();
        Assert.Equal(800, order.Minor("freight"));

        var (kept, given) = (0L, 0L);
        foreach (var (cause, i) in new[] { first, second }.Select((cause, i) => (cause, i)))
        {
            var applied = (await ApplyAsync(shopper, order, "returnAndRefund", cause, units: 1)).Body;
            var freight = applied.Minor("keptFreight");
            Assert.Equal((units[i], cause is "noReason"), (applied.Minor("amount") + freight, freight > 0));
            await SendBackAsync(scene, shopper, applied.IdOf());
            (kept, given) = (kept + freight, given + applied.Minor("amount"));
            await SoundAsync(own);
        }

        await own.CloseOrdersAsync();
        Assert.Equal(given, await own.HoldsAsync(AccountKind.Refund, shopper.Person.Id));
        // The commission is that of the one unit that stayed sold, and none of the freight.
        var commission = await own.HoldsAsync(AccountKind.Commission, Posting.Platform);
        Assert.InRange(commission, 290 - 1, 290 + 1);
        Assert.Equal(units[2] + kept - commission, await own.HoldsAsync(AccountKind.Merchant, scene.StoreId));
        await SoundAsync(own);
    }

    [Fact]
    public async Task Goods_that_all_went_back_are_bought_no_more_although_their_freight_is_paid()
    {
        await using var own = await app.OwnHostAsync();
        await own.AddRateAsync(CommissionKind.Platform, 1_000);
        var scene = await MallScene.OpenAsync(own);
        var shopper = await scene.ShopperAsync();
        await scene.GiveCouponAsync(shopper, offMinor: 500);
        var order = await MallScene.PaidOrderAsync(shopper, (await scene.ListAsync(3_333), 2));
        await scene.ReceiveAsync(shopper, order);
        Assert.Equal(1, await own.InDb<MallDb, int>(db => db.HeldCoupons.CountAsync(c => c.PurchaseId != null, AppFixture.Ct)));

        await SendBackAsync(scene, shopper, (await ApplyAsync(shopper, order, "returnAndRefund", "noReason")).Body.IdOf());

        Assert.Equal(("partRefunded", order.Minor("total") - 800), ((await shopper.OrderStateAsync(order.IdOf())), (await shopper.OrderAsync(order.IdOf())).Body.Minor("refunded")));
        // The whole redemption is undone: the coupon is there again, and nobody is asked how the goods are.
        Assert.Equal(0, await own.InDb<MallDb, int>(db => db.HeldCoupons.CountAsync(c => c.PurchaseId != null, AppFixture.Ct)));
        Assert.DoesNotContain($"/orders/{order.IdOf()}/review", await shopper.Client.GetStringAsync($"/orders/{order.IdOf()}", AppFixture.Ct), StringComparison.Ordinal);
        await own.CloseOrdersAsync();
        Assert.Equal((800, 0), (await own.HoldsAsync(AccountKind.Merchant, scene.StoreId), await own.HoldsAsync(AccountKind.Commission, Posting.Platform)));
        await SoundAsync(own);
    }

    [Fact]
    public async Task What_is_only_not_wanted_goes_back_first_and_a_request_says_why()
    {
        var (_, shopper, order) = await ReceivedAsync(app);

        Assert.Equal("mall.after-sale-send-back", (await ApplyAsync(shopper, order, "refundOnly", "noReason")).Code);
        Assert.Equal("mall.after-sale-send-back", (await ApplyAsync(shopper, order, "missingItem", "noReason")).Code);
        Assert.Equal("mall.after-sale-reason-needed", (await ApplyAsync(shopper, order, "refundOnly", cause: null)).Code);
        Assert.Equal("mall.after-sale-reason-needed", (await ApplyAsync(shopper, order, "refundOnly", "other", reason: "  ")).Code);
        Assert.Empty((await shopper.OrderAsync(order.IdOf())).Body.List("afterSales"));
        Assert.Equal(("defect", "seller", ""), await SaidAsync(await ApplyAsync(shopper, order, "returnAndRefund", "defect")));

        static Task<(string?, string?, string?)> SaidAsync(Answer answer) => Task.FromResult(
            (answer.Body.GetProperty("cause").GetString(), answer.Body.GetProperty("returnFreightBy").GetString(), answer.Body.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task The_store_owes_the_freight_of_sending_back_what_was_its_fault()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, shopper, order) = await ReceivedAsync(own, units: 2);
        var (fault, whim) = ((await ApplyAsync(shopper, order, "returnAndRefund", "wrongItem", units: 1)).Body.IdOf(), (await ApplyAsync(shopper, order, "returnAndRefund", "noReason", units: 1)).Body.IdOf());
        foreach (var id in new[] { fault, whim })
        {
            await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/agree");
        }

        var tooMuch = await ShipAsync(shopper.Person, fault, 3_001);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "mall.return-freight"), (tooMuch.Status, tooMuch.Code));
        Assert.Equal("mall.return-freight", (await ShipAsync(shopper.Person, whim, 1)).Code);
        Assert.Equal("mall.not-yours", (await ShipAsync(scene.Seller, fault, 1)).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await ShipAsync((await scene.ShopperAsync()).Person, fault, 1)).Status);
        Assert.Equal(1_200, (await ShipAsync(shopper.Person, fault, 1_200)).Body.Minor("returnFreight"));
        Assert.Equal(0, (await ShipAsync(shopper.Person, whim, freightMinor: null)).Body.Minor("returnFreight"));
        Assert.Equal(0, await own.HoldsAsync(AccountKind.Penalty, shopper.Person.Id));

        foreach (var id in new[] { fault, whim })
        {
            Assert.Equal("done", (await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/received")).Body.StateOf());
        }

        Assert.Equal((1_200, -1_200), (await own.HoldsAsync(AccountKind.Penalty, shopper.Person.Id), await own.HoldsAsync(AccountKind.Merchant, scene.StoreId)));
        await SoundAsync(own);
        await own.CloseOrdersAsync();
        await SoundAsync(own);
    }

    [Fact]
    public async Task What_the_store_rejects_without_right_it_pays_the_freight_of_too()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, shopper, order) = await ReceivedAsync(own);
        var judge = await own.SignUpAsync("Judge");
        await FlashScene.MakeOperatorAsync(own, judge);
        var id = (await ApplyAsync(shopper, order, "returnAndRefund", "damaged")).Body.IdOf();
        await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/agree");
        await ShipAsync(shopper.Person, id, 900);
        await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/reject", new { reason = "a brick" });
        await shopper.Client.PostJsonAsync($"/api/v1/after-sales/{id}/call-platform", new { reason = "no brick" });
        Assert.Equal(0, await own.HoldsAsync(AccountKind.Penalty, shopper.Person.Id));

        await judge.Client.PostJsonAsync($"/api/v1/after-sales/{id}/decide", new { @for = "buyer", reason = "no brick" });

        Assert.Equal((900, order.Minor("total")), (await own.HoldsAsync(AccountKind.Penalty, shopper.Person.Id), await own.HoldsAsync(AccountKind.Refund, shopper.Person.Id)));
        await SoundAsync(own);
    }

    [Fact]
    public async Task Goods_can_be_reviewed_for_fifteen_days()
    {
        await using var own = await app.OwnHostAsync();
        var (_, shopper, order) = await ReceivedAsync(own);
        var link = $"href=\"/orders/{order.IdOf()}/review\"";

        await own.MoveClockAsync(MallScene.WindowOf(own, 15) - Second);
        Assert.Contains(link, await shopper.Client.GetStringAsync($"/orders/{order.IdOf()}", AppFixture.Ct), StringComparison.Ordinal);
        await own.MoveClockAsync(Second);

        Assert.Equal("mall.review-too-late", (await shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/review", new { stars = 5, body = "Fine tea", asNote = true })).Code);
        Assert.DoesNotContain(link, await shopper.Client.GetStringAsync($"/orders/{order.IdOf()}", AppFixture.Ct), StringComparison.Ordinal);
    }

    private static async Task<(MallScene Scene, Shopper Shopper, JsonElement Order)> ReceivedAsync(AppFixture host, int units = 1)
    {
        var scene = await MallScene.OpenAsync(host);
        // Below what makes freight free also for two.
        var (shopper, order) = await scene.PaidOrderAsync((await scene.ListAsync(units == 3 ? 2_900 : 3_333), units));
        await scene.ReceiveAsync(shopper, order);
        return (scene, shopper, order);
    }

    private static Task<Answer> ApplyAsync(Shopper shopper, JsonElement order, string kind, string? cause, int? units = null, string? reason = null) =>
        shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/after-sales", new { kind, cause, reason, units }, Http.NewKey());

    private static Task<Answer> ShipAsync(Person person, long afterSaleId, long? freightMinor) =>
        person.Client.PostJsonAsync($"/api/v1/after-sales/{afterSaleId}/ship", new { carrier = "SF", number = "R1", freightMinor });

    private static async Task SendBackAsync(MallScene scene, Shopper shopper, long afterSaleId)
    {
        await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{afterSaleId}/agree");
        await ShipAsync(shopper.Person, afterSaleId, freightMinor: null);
        Assert.Equal("done", (await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{afterSaleId}/received")).Body.StateOf());
    }

    private static async Task CancelledAsync(Shopper shopper, Answer applied)
    {
        Assert.True(applied.Status is HttpStatusCode.Created, $"{applied.Status} {applied.Code}");
        Assert.Equal("buyerCancelled", (await shopper.Client.PostJsonAsync($"/api/v1/after-sales/{applied.Body.IdOf()}/cancel")).Body.StateOf());
    }

    private static async Task SoundAsync(AppFixture host) =>
        Assert.Empty(await host.InDb<MallDb, IReadOnlyList<string>>(db => new Invariants(db).BrokenAsync(AppFixture.Ct)));
}

public sealed class ReturnsOnSqlite(OnSqlite app) : ReturnTests(app);

public sealed class ReturnsOnPostgres(OnPostgres app) : ReturnTests(app);
