using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Checkout;
using Sward.Mall.Commissions;
using Sward.Mall.Ledger;
using Sward.Mall.Orders;
using Sward.Mall.Payments;

namespace Sward.Tests.Mall.Earning;

public abstract class CommissionTests(AppFixture app)
{
    private static CancellationToken Ct => AppFixture.Ct;

    [Fact]
    public async Task A_closed_order_is_shared_out_to_store_platform_and_creator()
    {
        await using var own = await RatedHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var tea = await scene.ListAsync(9_999);
        var (shopper, creator) = (await scene.ShopperAsync(), await own.SignUpAsync("Creator"));
        await own.FollowLinkAsync(shopper, tea, creator.Id);
        var order = await MallScene.PaidOrderAsync(shopper, (tea, 3));
        await scene.ReceiveAsync(shopper, order);
        Assert.Equal(0, await own.HoldsAsync(AccountKind.Creator, creator.Id));

        await own.CloseOrdersAsync();

        // 5 % and 10 % of 99.99, each unit rounded half up.
        Assert.Equal(3 * 500, await own.HoldsAsync(AccountKind.Commission, Posting.Platform));
        Assert.Equal(3 * 1_000, await own.HoldsAsync(AccountKind.Creator, creator.Id));
        Assert.Equal(order.Minor("total") - 4_500, await own.HoldsAsync(AccountKind.Merchant, scene.StoreId));
        await own.AssertSoundAsync();
    }

    [Fact]
    public async Task Refunds_reverse_commission_pro_rata_before_the_end_and_after_it()
    {
        await using var own = await RatedHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var (tea, cup) = await scene.ListPairAsync(10_000, 5_000);
        var (shopper, creator) = (await scene.ShopperAsync(), await own.SignUpAsync("Creator"));
        await own.FollowLinkAsync(shopper, tea, creator.Id);
        var order = await MallScene.PaidOrderAsync(shopper, (tea, 1), (cup, 1));
        await scene.ReceiveAsync(shopper, order);
        await own.RefundAsync(order.IdOf(), tea, 2_500);
        await own.CloseOrdersAsync();
        Assert.Equal(750, await own.HoldsAsync(AccountKind.Creator, creator.Id));
        Assert.Equal(375 + 250, await own.HoldsAsync(AccountKind.Commission, Posting.Platform));
        await own.AssertSoundAsync();

        await own.RefundAsync(order.IdOf(), tea, 7_500);

        Assert.Equal(0, await own.HoldsAsync(AccountKind.Creator, creator.Id));
        Assert.Equal(250, await own.HoldsAsync(AccountKind.Commission, Posting.Platform));
        Assert.Equal(order.Minor("total") - 10_000 - 250, await own.HoldsAsync(AccountKind.Merchant, scene.StoreId));
        await own.AssertSoundAsync();
    }

    [Fact]
    public async Task The_last_touch_earns_within_its_window_and_ones_own_link_earns_nothing()
    {
        await using var own = await RatedHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var tea = await scene.ListAsync();
        var (shopper, first, second) = (await scene.ShopperAsync(), await own.SignUpAsync("First"), await own.SignUpAsync("Second"));
        await own.FollowLinkAsync(shopper, tea, first.Id);
        await own.MoveClockAsync(TimeSpan.FromDays(1));
        await own.FollowLinkAsync(shopper, tea, second.Id);
        Assert.Equal([second.Id], await own.EarnersAsync((await MallScene.PaidOrderAsync(shopper, (tea, 1))).IdOf()));

        await own.MoveClockAsync(TimeSpan.FromDays(15.1));
        Assert.Empty(await own.EarnersAsync((await MallScene.PaidOrderAsync(shopper, (tea, 1))).IdOf()));

        await own.FollowLinkAsync(shopper, tea, first.Id);
        await own.MoveClockAsync(TimeSpan.FromMinutes(1));
        await own.FollowLinkAsync(shopper, tea, shopper.Person.Id);
        Assert.Empty(await own.EarnersAsync((await MallScene.PaidOrderAsync(shopper, (tea, 1))).IdOf()));
    }

    [Fact]
    public async Task What_was_promised_when_the_order_was_placed_stays()
    {
        await using var own = await RatedHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var tea = await scene.ListAsync();
        var (shopper, creator, late) = (await scene.ShopperAsync(), await own.SignUpAsync("Creator"), await own.SignUpAsync("Late"));
        await own.FollowLinkAsync(shopper, tea, creator.Id);
        var checkout = await shopper.BuyAsync((tea, 1));
        await own.MoveClockAsync(TimeSpan.FromMinutes(1));
        await own.AddRateAsync(CommissionKind.Creator, 9_000);
        await own.FollowLinkAsync(shopper, tea, late.Id);
        await shopper.PayAsync(checkout.PaymentId());

        Assert.Equal([creator.Id], await own.EarnersAsync(checkout.OrderId()));
        Assert.Equal([500L, 1_000L], await own.InDb<MallDb, List<long>>(db => db.LineCommissions.OrderBy(c => c.TotalMinor).Select(c => c.TotalMinor).ToListAsync(Ct)));
    }

    [Fact]
    public async Task An_order_that_charges_a_creators_commission_credits_it_whoever_raised_it()
    {
        await using var own = await RatedHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var tea = await scene.ListAsync();
        var (shopper, creator) = (await scene.ShopperAsync(), await own.SignUpAsync("Creator"));
        await own.FollowLinkAsync(shopper, tea, creator.Id);
        var quoteId = (await shopper.QuoteAsync((tea, 1))).Body.GetProperty("id").GetString()!;
        await using var scope = own.Services.CreateAsyncScope();
        // As a desk would raise it: no request of the buyer's.
        var placed = await scope.ServiceProvider.GetRequiredService<PlaceOrder>().PlaceAsync(
            shopper.Person.Id, new([new(tea, 1)], shopper.AddressId, quoteId), Http.NewKey(), once: null, Ct);
        await shopper.PayAsync(placed.Answer!.Payment.Id);
        var order = (await shopper.OrderAsync(placed.Answer.Orders[0].Id)).Body;
        await scene.ReceiveAsync(shopper, order);
        await own.CloseOrdersAsync();

        var charged = order.Minor("total") - await own.HoldsAsync(AccountKind.Merchant, scene.StoreId);
        Assert.Equal(charged, await own.HoldsAsync(AccountKind.Creator, creator.Id) + await own.HoldsAsync(AccountKind.Commission, Posting.Platform));
        Assert.Equal(1_500, charged);
    }

    [Fact]
    public async Task A_default_of_the_configuration_holds_from_its_day_until_a_narrower_or_later_rate_and_stands_on_the_fee_table()
    {
        await using var own = await app.OwnHostAsync(settings =>
        {
            settings["Mall:DefaultCommissions:0:Kind"] = "Platform";
            settings["Mall:DefaultCommissions:0:BasisPoints"] = "600";
            settings["Mall:DefaultCommissions:0:From"] = "2026-03-02T00:00:00Z";
            settings["Mall:DefaultCommissions:1:Kind"] = "Creator";
            settings["Mall:DefaultCommissions:1:BasisPoints"] = "1234";
            settings["Mall:DefaultCommissions:1:From"] = "2026-01-01T00:00:00Z";
        });
        var scene = await MallScene.OpenAsync(own);
        var (tea, shopper, creator) = (await scene.ListAsync(), await scene.ShopperAsync(), await own.SignUpAsync("Creator"));
        Assert.Empty(await CommissionsAsync(shopper, tea));
        Assert.Contains("6 %", await scene.Seller.Client.GetStringAsync($"/desk/{scene.StoreId}/money", Ct), StringComparison.Ordinal);
        Assert.Contains("12.34 %", await creator.Client.GetStringAsync("/earnings", Ct), StringComparison.Ordinal);

        await own.MoveClockAsync(TimeSpan.FromDays(1));
        Assert.Equal([600L], await CommissionsAsync(shopper, tea));
        await AddAsync(RateScope.Store, $"{scene.StoreId}", fixedMinor: 0);
        Assert.Equal([0L], await CommissionsAsync(shopper, tea));
        await AddAsync(RateScope.Product, $"{await own.InDb<MallDb, long>(db => db.Skus.Where(sku => sku.Id == tea).Select(sku => sku.ProductId).SingleAsync(Ct))}", fixedMinor: 77);
        Assert.Equal([77L], await CommissionsAsync(shopper, tea));

        var other = await MallScene.OpenAsync(own);
        var cup = await other.ListAsync();
        Assert.Equal([600L], await CommissionsAsync(shopper, cup));
        await own.MoveClockAsync(TimeSpan.FromMinutes(1));
        await own.AddRateAsync(CommissionKind.Platform, 250);
        Assert.Equal([250L], await CommissionsAsync(shopper, cup));
        var fees = await other.Seller.Client.GetStringAsync($"/desk/{other.StoreId}/money", Ct);
        Assert.Contains("Set by configuration", fees, StringComparison.Ordinal);
        Assert.DoesNotContain("0.77", fees, StringComparison.Ordinal);

        async Task<List<long>> CommissionsAsync(Shopper buyer, long skuId)
        {
            var orderId = (await buyer.BuyAsync((skuId, 1))).OrderId();
            return await own.InDb<MallDb, List<long>>(db => db.LineCommissions.Where(c => c.OrderId == orderId).Select(c => c.TotalMinor).ToListAsync(Ct));
        }

        Task<int> AddAsync(RateScope scope, string subject, long fixedMinor) => own.InDb<MallDb, int>(db =>
        {
            db.CommissionRates.Add(new CommissionRate
            {
                Id = own.Services.GetRequiredService<Ids>().Next(),
                Kind = CommissionKind.Platform,
                Scope = scope,
                Subject = subject,
                Currency = "CNY",
                FixedMinor = fixedMinor,
                StartsAt = own.Clock.GetUtcNow(),
            });
            return db.SaveChangesAsync(Ct);
        });
    }

    [Fact]
    public async Task Only_operators_see_and_add_rates()
    {
        var stranger = await app.SignUpAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Client.GetAsync("/operator/commissions", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Client.PostAsync("/operator/commissions", new FormUrlEncodedContent([]), Ct)).StatusCode);
    }

    private async Task<AppFixture> RatedHostAsync()
    {
        var own = await app.OwnHostAsync();
        await own.AddRateAsync(CommissionKind.Platform, 500);
        await own.AddRateAsync(CommissionKind.Creator, 1_000);
        return own;
    }
}

/// <summary>Short ways of these tests.</summary>
internal static class CommissionAnswers
{
    public static Task<List<long>> EarnersAsync(this AppFixture app, long orderId) => app.InDb<MallDb, List<long>>(db =>
        db.LineCommissions.Where(c => c.OrderId == orderId && c.Kind == CommissionKind.Creator).Select(c => c.EarnerId).ToListAsync(AppFixture.Ct));

    /// <summary>Gives back a part of what goods of an order cost, as an agreed claim does.</summary>
    public static async Task RefundAsync(this AppFixture app, long orderId, long skuId, long minor)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MallDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(AppFixture.Ct);
        var purchaseId = await db.Orders.Where(o => o.Id == orderId).Select(o => o.PurchaseId).SingleAsync(AppFixture.Ct);
        var dossier = await Dossier.OpenAsync(db, purchaseId, AppFixture.Ct);
        var order = dossier.Order(orderId);
        scope.ServiceProvider.GetRequiredService<Refunds>().OfOrder(dossier, order, minor, "claim", order.Lines.Single(line => line.SkuId == skuId));
        await db.SaveChangesAsync(AppFixture.Ct);
        await transaction.CommitAsync(AppFixture.Ct);
    }
}

public sealed class CommissionsOnSqlite(OnSqlite app) : CommissionTests(app);

public sealed class CommissionsOnPostgres(OnPostgres app) : CommissionTests(app);
