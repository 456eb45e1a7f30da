using System.Text.Json;
using Sward.Tests.Mall;
using Sward.Tests.Mall.Earning;

namespace Sward.Tests.Inbox;

/// <summary>Who hears of a request after the sale: whoever's turn it is, with the hour until when it is.</summary>
public abstract class AfterSaleNoticesTests(AppFixture app)
{
    [Fact]
    public async Task Each_side_is_told_when_it_is_its_turn_until_when_and_where()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, shopper, order) = await ReceivedAsync(own);
        var id = (await ApplyAsync(shopper, order, "returnAndRefund")).Body.IdOf();
        var url = $"/after-sales/{id}";

        var asked = await NewsAsync(own, scene.Seller, "afterSaleApplied");
        Assert.Equal(url, asked.GetProperty("url").GetString());
        // 48 hours, written in the site's zone.
        Assert.Contains(ClockIn(own, TimeSpan.FromHours(48)), asked.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains(order.GetProperty("number").GetString()!, asked.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Empty(await KindsAsync(own, shopper.Person));

        await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/agree");
        Assert.Contains(ClockIn(own, TimeSpan.FromDays(7)), (await NewsAsync(own, shopper.Person, "afterSaleAgreed")).GetProperty("text").GetString(), StringComparison.Ordinal);
        await shopper.Client.PostJsonAsync($"/api/v1/after-sales/{id}/ship", new { carrier = "SF", number = "R1" });
        await NewsAsync(own, scene.Seller, "afterSaleSentBack");
        await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/reject", new { reason = "a brick" });
        Assert.Contains(ClockIn(own, TimeSpan.FromDays(3)), (await NewsAsync(own, shopper.Person, "afterSaleRejected")).GetProperty("text").GetString(), StringComparison.Ordinal);

        var (judge, sellerToo, stranger) = (await own.SignUpAsync("Judge"), scene.Seller, await own.SignUpAsync("Stranger"));
        await FlashScene.MakeOperatorAsync(own, judge);
        await FlashScene.MakeOperatorAsync(own, sellerToo);
        await shopper.Client.PostJsonAsync($"/api/v1/after-sales/{id}/call-platform", new { reason = "no brick" });
        Assert.Equal(url, (await NewsAsync(own, judge, "afterSaleToDecide")).GetProperty("url").GetString());
        await NewsAsync(own, scene.Seller, "afterSaleCalled");
        // Who is a side does not decide, and is not asked to.
        Assert.DoesNotContain("afterSaleToDecide", await KindsAsync(own, scene.Seller));

        await judge.Client.PostJsonAsync($"/api/v1/after-sales/{id}/decide", new { @for = "buyer", reason = "no brick" });
        Assert.Equal(["afterSaleDecided", "afterSaleRejected", "afterSaleAgreed"], await KindsAsync(own, shopper.Person));
        Assert.Equal(["afterSaleDecided", "afterSaleCalled", "afterSaleSentBack", "afterSaleApplied"], await KindsAsync(own, scene.Seller));
        Assert.Empty(await KindsAsync(own, stranger));
    }

    [Fact]
    public async Task A_store_hears_what_its_silence_has_done_and_a_buyer_that_a_request_is_over()
    {
        await using var own = await app.OwnHostAsync();
        var (scene, shopper, order) = await ReceivedAsync(own);
        var refund = await ApplyAsync(shopper, order, "refundOnly", units: 1);
        var refused = (await ApplyAsync(shopper, order, "refundOnly", units: 1)).Body.IdOf();
        await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{refused}/refuse", new { reason = "worn" });
        await NewsAsync(own, shopper.Person, "afterSaleRefused");

        await own.MoveClockAsync(TimeSpan.FromDays(3));
        await own.RunJobAsync("mall.agree-after-silence");

        Assert.Equal($"/after-sales/{refund.Body.IdOf()}", (await NewsAsync(own, scene.Seller, "afterSaleRefunded")).GetProperty("url").GetString());
        await NewsAsync(own, shopper.Person, "afterSaleRefunded");
        Assert.Equal($"/after-sales/{refused}", (await NewsAsync(own, shopper.Person, "afterSaleEnded")).GetProperty("url").GetString());
        await NewsAsync(own, scene.Seller, "afterSaleEnded");
    }

    [Fact]
    public async Task Goods_that_are_owed_are_announced_to_both()
    {
        var (scene, shopper, order) = await ReceivedAsync(app);
        var id = (await ApplyAsync(shopper, order, "missingItem", units: 1)).Body.IdOf();
        await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/agree");

        Assert.Contains(ClockIn(app, TimeSpan.FromDays(7)), (await NewsAsync(app, shopper.Person, "afterSalePromised")).GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("afterSaleOwed", await KindsAsync(app, scene.Seller));
    }

    [Fact]
    public async Task The_texts_are_there_in_both_languages()
    {
        var (scene, shopper, order) = await ReceivedAsync(app);
        await ApplyAsync(shopper, order, "refundOnly", units: 1);
        await app.DeliverFactsAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/notices?kind=afterSaleApplied");
        request.Headers.AcceptLanguage.ParseAdd("zh-CN");

        using var answer = await scene.Seller.Client.SendAsync(request, AppFixture.Ct);

        Assert.Contains("逾期视为同意", await answer.Content.ReadAsStringAsync(AppFixture.Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_keeps_goods_is_asked_once_to_write_about_them()
    {
        var scene = await MallScene.OpenAsync(app);
        var (tea, cup) = await scene.ListPairAsync(1_999, 3_001);
        var (shopper, order) = await scene.PaidOrderAsync((tea, 1), (cup, 1));
        await scene.ReceiveAsync(shopper, order);
        await shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/receive");

        var invited = await NewsAsync(app, shopper.Person, "noteInvited", kind: "noteInvited");
        Assert.Equal($"/orders/{order.IdOf()}/review", invited.GetProperty("url").GetString());
        Assert.Single((await shopper.Client.GetJsonAsync("/api/v1/notices?kind=noteInvited")).Items());
        Assert.Empty((await scene.Seller.Client.GetJsonAsync("/api/v1/notices?kind=noteInvited")).Items());
    }

    [Fact]
    public async Task Nobody_is_asked_about_what_was_given_back_on_its_way()
    {
        var scene = await MallScene.OpenAsync(app);
        var (tea, cup) = await scene.ListPairAsync(1_999, 3_001);
        var (shopper, order) = await scene.PaidOrderAsync((tea, 1), (cup, 1));
        await scene.ShipAsync(order);
        var lines = order.List("lines").Select(line => line.IdOf()).ToList();
        await RefundAsync(scene, shopper, order, lines[0]);
        await shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/receive");
        // The other line is kept, and only it is to be written about.
        await NewsAsync(app, shopper.Person, "noteInvited", kind: "noteInvited");
        Assert.DoesNotContain($"value=\"{lines[0]}\"", await shopper.Client.GetStringAsync($"/orders/{order.IdOf()}/review", AppFixture.Ct), StringComparison.Ordinal);
        Assert.Contains($"value=\"{lines[1]}\"", await shopper.Client.GetStringAsync($"/orders/{order.IdOf()}/review", AppFixture.Ct), StringComparison.Ordinal);
    }

    private static async Task RefundAsync(MallScene scene, Shopper shopper, JsonElement order, long lineId)
    {
        var id = (await shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/after-sales", new { lineId = $"{lineId}", kind = "refundOnly", cause = "notReceived" }, Http.NewKey())).Body.IdOf();
        await scene.Seller.Client.PostJsonAsync($"/api/v1/after-sales/{id}/agree");
    }

    private static async Task<(MallScene Scene, Shopper Shopper, JsonElement Order)> ReceivedAsync(AppFixture host)
    {
        var scene = await MallScene.OpenAsync(host);
        var (shopper, order) = await scene.PaidOrderAsync((await scene.ListAsync(3_333), 2));
        await scene.ReceiveAsync(shopper, order);
        return (scene, shopper, order);
    }

    private static Task<Answer> ApplyAsync(Shopper shopper, JsonElement order, string kind, int? units = null) =>
        shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/after-sales", new { kind, cause = "defect", units }, Http.NewKey());

    /// <summary>Day and hour as people read them, so long from now.</summary>
    private static string ClockIn(AppFixture host, TimeSpan time) =>
        TimeZoneInfo.ConvertTime(host.Clock.GetUtcNow() + time, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).ToString("MMM d, yyyy HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The newest notice of a person, which must be of this kind.</summary>
    private static async Task<JsonElement> NewsAsync(AppFixture host, Person who, string expected, string kind = "orders")
    {
        await host.DeliverFactsAsync();
        var notices = (await who.Client.GetJsonAsync($"/api/v1/notices?kind={kind}")).Items().Where(notice => notice.GetProperty("kind").GetString() == expected).ToList();
        Assert.True(notices.Count > 0, $"{expected}: {string.Join(' ', await KindsAsync(host, who))}");
        return notices[0];
    }

    /// <summary>What a person was told of requests, the newest first.</summary>
    private static async Task<List<string?>> KindsAsync(AppFixture host, Person who)
    {
        await host.DeliverFactsAsync();
        return [.. (await who.Client.GetJsonAsync("/api/v1/notices?kind=orders")).Items().Select(notice => notice.GetProperty("kind").GetString()).Where(kind => kind!.StartsWith("afterSale", StringComparison.Ordinal))];
    }
}

public sealed class AfterSaleNoticesOnSqlite(OnSqlite app) : AfterSaleNoticesTests(app);

public sealed class AfterSaleNoticesOnPostgres(OnPostgres app) : AfterSaleNoticesTests(app);
