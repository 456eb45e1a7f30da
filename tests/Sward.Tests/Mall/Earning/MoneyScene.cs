using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Commissions;
using Sward.Mall.Ledger;

namespace Sward.Tests.Mall.Earning;

/// <summary>What tests about money do again and again, on a host of their own: they move its clock.</summary>
internal static class MoneyScene
{
    private static CancellationToken Ct => AppFixture.Ct;

    public static Task AddRateAsync(this AppFixture app, CommissionKind kind, int basisPoints) => app.InDb<MallDb, int>(db =>
    {
        db.CommissionRates.Add(new CommissionRate
        {
            Id = app.Services.GetRequiredService<Ids>().Next(),
            Kind = kind,
            Scope = RateScope.Default,
            Subject = "",
            BasisPoints = basisPoints,
            StartsAt = app.Clock.GetUtcNow(),
        });
        return db.SaveChangesAsync(Ct);
    });

    /// <summary>Opens a product by somebody's link.</summary>
    public static async Task FollowLinkAsync(this AppFixture app, Shopper shopper, long skuId, long sharerId)
    {
        var productId = await app.InDb<MallDb, long>(db => db.Skus.Where(sku => sku.Id == skuId).Select(sku => sku.ProductId).SingleAsync(Ct));
        (await shopper.Client.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/products/{productId}?by={sharerId}"), Ct)).EnsureSuccessStatusCode();
    }

    /// <summary>Ships and receives a paid order.</summary>
    public static async Task ReceiveAsync(this MallScene scene, Shopper shopper, JsonElement order)
    {
        await scene.ShipAsync(order);
        await shopper.Client.PostJsonAsync($"/api/v1/orders/{order.IdOf()}/receive");
    }

    /// <summary>Lets the after-sale window pass and closes what is due.</summary>
    public static async Task CloseOrdersAsync(this AppFixture app)
    {
        await app.MoveClockAsync(TimeSpan.FromDays(8));
        await app.RunJobAsync("mall.close-orders");
    }

    /// <summary>What the guarded row of an account says; it must be what its postings sum to.</summary>
    public static async Task<long> HoldsAsync(this AppFixture app, AccountKind account, long ownerId)
    {
        var balance = await app.InDb<MallDb, long>(db => db.LedgerBalances.ReadAsync(account, ownerId, "CNY", Ct));
        Assert.Equal(await MallScene.BalanceAsync(app, account, ownerId), balance);
        return balance;
    }

    /// <summary>Nothing is broken; to be asked on a host of one's own.</summary>
    public static async Task AssertSoundAsync(this AppFixture app) => Assert.Empty(await app.InDb<MallDb, IReadOnlyList<string>>(db => new Invariants(db).BrokenAsync(Ct)));
}
