using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Ledger;
using Sward.Mall.Payouts;

namespace Sward.Tests.Mall.Earning;

public abstract class PayoutTests(AppFixture app)
{
    private static CancellationToken Ct => AppFixture.Ct;

    [Fact]
    public async Task A_payout_leaves_the_claim_and_arrives()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await SettledAsync(own);

        var payoutId = await AskAsync(own, scene, 6_000, "ICBC 6222 1234");

        Assert.Equal((4_000L, 6_000L), (await own.HoldsAsync(AccountKind.Merchant, scene.StoreId), await own.HoldsAsync(AccountKind.Payout, payoutId)));
        await RunJobsAsync(own);
        Assert.Equal((PayoutState.Paid, 6_000L), (await StateAsync(own, payoutId), await own.HoldsAsync(AccountKind.PaidOut, scene.StoreId)));
        await own.AssertSoundAsync();
    }

    [Fact]
    public async Task A_payout_never_asks_for_more_than_is_movable_however_many_ask_at_once()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await SettledAsync(own);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            try
            {
                await AskAsync(own, scene, 4_000, "ICBC 6222 1234");
                return "taken";
            }
            catch (Refusal refusal)
            {
                return refusal.Code;
            }
        }));

        Assert.Equal(2, answers.Count(answer => answer is "taken"));
        Assert.Equal(6, answers.Count(answer => answer is "mall.payout-too-much"));
        Assert.Equal(2_000, await own.HoldsAsync(AccountKind.Merchant, scene.StoreId));
        await own.AssertSoundAsync();
    }

    [Fact]
    public async Task Money_that_is_not_settled_yet_is_not_movable()
    {
        var scene = await MallScene.OpenAsync(app);
        await scene.PaidOrderAsync((await scene.ListAsync(), 1));

        Assert.Equal("mall.payout-too-much", (await Assert.ThrowsAsync<Refusal>(() => AskAsync(app, scene, 4_000, "ICBC 6222 1234"))).Code);
    }

    [Theory, InlineData("ICBC 0000", 0), InlineData("ICBC 9999", 2)]
    public async Task A_returned_payout_is_booked_back_and_does_not_read_as_settled(string payee, int days)
    {
        await using var own = await app.OwnHostAsync();
        var scene = await SettledAsync(own);
        var payoutId = await AskAsync(own, scene, 6_000, payee);
        await RunJobsAsync(own);
        await own.MoveClockAsync(TimeSpan.FromDays(days));
        await RunJobsAsync(own);
        await RunJobsAsync(own);

        Assert.Equal(PayoutState.Returned, await StateAsync(own, payoutId));
        Assert.Equal(10_000, await own.HoldsAsync(AccountKind.Merchant, scene.StoreId));
        Assert.Equal(0, await own.HoldsAsync(AccountKind.PaidOut, scene.StoreId));
        await own.AssertSoundAsync();
    }

    [Fact]
    public async Task A_claim_that_was_paid_out_before_a_refund_is_carried_as_a_debt()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var tea = await scene.ListAsync();
        var (shopper, order) = await scene.PaidOrderAsync((tea, 1));
        await scene.ReceiveAsync(shopper, order);
        await own.CloseOrdersAsync();
        await AskAsync(own, scene, 10_000, "ICBC 6222 1234");

        await own.RefundAsync(order.IdOf(), tea, 4_000);

        Assert.Equal(-4_000, await own.HoldsAsync(AccountKind.Merchant, scene.StoreId));
        await own.AssertSoundAsync();
    }

    [Fact]
    public async Task A_provider_that_does_not_pay_out_says_so()
    {
        await using var own = await app.OwnHostAsync(settings =>
        {
            settings["Mall:Providers:USD"] = "stripe";
            settings["Mall:Stripe:SecretKey"] = "sk_test_1";
            settings["Mall:Stripe:WebhookSecret"] = "whsec_1";
            settings["Mall:SandboxInPublic"] = "true";
            settings["Site:PublicUrl"] = "https://sward.example";
        });
        await using var scope = own.Services.CreateAsyncScope();

        Assert.False(scope.ServiceProvider.GetRequiredService<AskForPayout>().CanPay("USD"));
    }

    /// <summary>A store whose claim is 100.00.</summary>
    private static async Task<MallScene> SettledAsync(AppFixture own)
    {
        var scene = await MallScene.OpenAsync(own);
        var (shopper, order) = await scene.PaidOrderAsync((await scene.ListAsync(), 1));
        await scene.ReceiveAsync(shopper, order);
        await own.CloseOrdersAsync();
        Assert.Equal(10_000, await own.HoldsAsync(AccountKind.Merchant, scene.StoreId));
        return scene;
    }

    private static async Task<long> AskAsync(AppFixture own, MallScene scene, long minor, string payee)
    {
        await using var scope = own.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<AskForPayout>().AskAsync(AccountKind.Merchant, scene.StoreId, "CNY", new(minor, payee), Ct)).Id;
    }

    private static async Task RunJobsAsync(AppFixture own)
    {
        await own.RunJobAsync("mall.send-payouts");
        await own.RunJobAsync("mall.ask-about-payouts");
    }

    private static Task<PayoutState> StateAsync(AppFixture own, long payoutId) =>
        own.InDb<MallDb, PayoutState>(db => db.Payouts.Where(p => p.Id == payoutId).Select(p => p.State).SingleAsync(Ct));
}

public sealed class PayoutsOnSqlite(OnSqlite app) : PayoutTests(app);

public sealed class PayoutsOnPostgres(OnPostgres app) : PayoutTests(app);
