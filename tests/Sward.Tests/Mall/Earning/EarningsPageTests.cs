using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Commissions;
using Sward.Mall.Orders;

namespace Sward.Tests.Mall.Earning;

public abstract class EarningsPageTests(AppFixture app)
{
    private static CancellationToken Ct => AppFixture.Ct;

    [Fact]
    public async Task Earnings_go_from_expected_over_frozen_and_available_to_paid()
    {
        await using var own = await app.OwnHostAsync();
        await own.AddRateAsync(CommissionKind.Creator, 1_111);
        var scene = await MallScene.OpenAsync(own);
        var tea = await scene.ListAsync(10_000);
        var (shopper, creator) = (await scene.ShopperAsync(), await own.SignUpAsync("Creator"));
        Assert.Contains("Nothing yet", await PageAsync(creator), StringComparison.Ordinal);
        await own.FollowLinkAsync(shopper, tea, creator.Id);
        var order = await MallScene.PaidOrderAsync(shopper, (tea, 1));
        Assert.Equal(["11.11", "0.00", "0.00", "0.00", "0.00"], await CardsAsync(creator));

        await scene.ReceiveAsync(shopper, order);
        Assert.Equal(["0.00", "11.11", "0.00", "0.00", "0.00"], await CardsAsync(creator));

        await own.CloseOrdersAsync();
        Assert.Equal(["0.00", "0.00", "11.11", "0.00", "0.00"], await CardsAsync(creator));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AskAsync(creator, "9.99")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await AskAsync(creator, "11.12")).StatusCode);
        await AskAsync(creator, "11.00");
        Assert.Equal(["0.00", "0.00", "0.11", "11.00", "0.00"], await CardsAsync(creator));

        await own.RunJobAsync("mall.send-payouts");
        await own.RunJobAsync("mall.ask-about-payouts");
        Assert.Equal(["0.00", "0.00", "0.11", "0.00", "11.00"], await CardsAsync(creator));

        await own.RefundAsync(order.IdOf(), tea, 10_000);
        Assert.Equal(["0.00", "0.00", "-11.00", "0.00", "11.00"], await CardsAsync(creator));
        await own.AssertSoundAsync();
    }

    [Fact]
    public async Task What_the_list_calls_expected_or_frozen_is_what_the_sums_count_wherever_the_order_is()
    {
        await using var own = await app.OwnHostAsync();
        await own.AddRateAsync(CommissionKind.Creator, 1_000);
        var scene = await MallScene.OpenAsync(own);
        var tea = await scene.ListAsync(10_000);
        var (shopper, creator) = (await scene.ShopperAsync(), await own.SignUpAsync("Creator"));
        await own.FollowLinkAsync(shopper, tea, creator.Id);
        var order = (await MallScene.PaidOrderAsync(shopper, (tea, 1))).IdOf();

        foreach (var state in Enum.GetValues<OrderState>())
        {
            await own.InDb<MallDb, int>(db => db.Orders.Where(o => o.Id == order).ExecuteUpdateAsync(set => set.SetProperty(o => o.State, state), Ct));
            await using var scope = own.Services.CreateAsyncScope();
            var read = scope.ServiceProvider.GetRequiredService<ReadEarnings>();
            var earning = Assert.Single(await read.ListAsync(creator.Id, before: null, size: 10, Ct));
            var totals = Assert.Single(await read.TotalsAsync(creator.Id, Ct));

            Assert.Equal(
                (state, earning.Stage is EarningStage.Expected ? earning.Amount : new Money(0, "CNY"), earning.Stage is EarningStage.Frozen ? earning.Amount : new Money(0, "CNY")),
                (state, totals.Expected, totals.Frozen));
        }
    }

    private static Task<string> PageAsync(Person creator) => creator.Client.GetStringAsync("/earnings", Ct);

    private static Task<HttpResponseMessage> AskAsync(Person creator, string amount) => creator.Client.PostAsync(
        "/earnings?handler=Payout&currency=CNY", new FormUrlEncodedContent([new("amount", amount), new("payee", "ICBC 6222 1234")]), Ct);

    /// <summary>Expected, frozen, available, on its way, paid.</summary>
    private static async Task<string[]> CardsAsync(Person creator)
    {
        const string Mark = "stat-card-value\">";
        var cards = (await PageAsync(creator)).Split(Mark)[1..];
        return [.. cards.Select(card => WebUtility.HtmlDecode(card[..card.IndexOf('<', StringComparison.Ordinal)]).Replace("¥", "", StringComparison.Ordinal).Replace('\u2212', '-'))];
    }
}

public sealed class EarningsPageOnSqlite(OnSqlite app) : EarningsPageTests(app);

public sealed class EarningsPageOnPostgres(OnPostgres app) : EarningsPageTests(app);
