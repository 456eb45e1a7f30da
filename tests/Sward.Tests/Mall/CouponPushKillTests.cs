using Microsoft.EntityFrameworkCore;
using Sward.Mall.Coupons;
using Sward.Mall.Ledger;
using Sward.Mall.Pricing;

namespace Sward.Tests.Mall;

/// <summary>The real program, killed with -9 while it pushes coupons: afterwards everybody has one, nobody two, and everybody was told once.</summary>
public sealed class CouponPushKillTests
{
    private const int People = 10_000, Kills = 2, BetweenKills = 300;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public Task A_push_survives_kills_on_sqlite() => SurviveAsync(postgres: null);

    [Fact]
    public async Task A_push_survives_kills_on_postgres()
    {
        var server = Environment.GetEnvironmentVariable("SWARD_TEST_POSTGRES");
        Assert.SkipWhen(server is null, "Set SWARD_TEST_POSTGRES to run against PostgreSQL.");
        await using var own = await OwnDatabase.CreateAsync(server!);
        await SurviveAsync(own.ConnectionString);
    }

    private static async Task SurviveAsync(string? postgres)
    {
        using var installation = new Installation(postgres);
        await installation.StartAsync();
        await BeginAsync(installation);
        for (var kill = 0; kill < Kills; kill++)
        {
            await UntilAsync(installation, await HeldAsync(installation) + BetweenKills);
            installation.Kill();
            Assert.InRange(await HeldAsync(installation), 1, People - 1);
            await AssertSoundAsync(installation);
            await installation.StartAsync();
        }

        await UntilAsync(installation, People);
        await UntilDoneAsync(installation);

        await AssertSoundAsync(installation);
        await using var db = installation.OpenDb();
        Assert.Equal(People, await db.HeldCoupons.Select(h => h.AccountId).Distinct().CountAsync(AppFixture.Ct));
        await UntilToldAsync(installation);
    }

    private static async Task BeginAsync(Installation installation)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var db = installation.OpenDb();
        db.Add(new CouponIssue { Id = 1, Currency = "CNY", Title = "Spring", Layer = CouponLayer.Platform, Way = CouponWay.Pushed, OffMinor = 500, Quota = People, PerPerson = 1, CreatedAt = now, Until = now.AddDays(30) });
        db.Add(new CouponPush { Id = 2, IssueId = 1, Audience = PushAudience.Named, AccountIds = [.. Enumerable.Range(1, People)], StartedAt = now });
        await db.SaveChangesAsync(AppFixture.Ct);
    }

    private static async Task<int> HeldAsync(Installation installation)
    {
        await using var db = installation.OpenDb();
        return await db.HeldCoupons.CountAsync(AppFixture.Ct);
    }

    /// <summary>What the push says it gave is what people have, one each.</summary>
    private static async Task AssertSoundAsync(Installation installation)
    {
        await using var db = installation.OpenDb();
        Assert.Empty(await new Invariants(db).BrokenAsync(AppFixture.Ct));
        var push = await db.CouponPushes.AsNoTracking().SingleAsync(AppFixture.Ct);
        var held = await db.HeldCoupons.CountAsync(AppFixture.Ct);
        Assert.Equal((held, held), (push.Given, push.Looked));
    }

    private static async Task UntilAsync(Installation installation, int count)
    {
        await WaitAsync(installation, async () => await HeldAsync(installation) >= count, $"{count} people never had theirs.");
    }

    private static Task UntilDoneAsync(Installation installation) => WaitAsync(installation, async () =>
    {
        await using var db = installation.OpenDb();
        return await db.CouponPushes.AnyAsync(p => p.DoneAt != null, AppFixture.Ct);
    }, "The push never ended.");

    private static async Task UntilToldAsync(Installation installation)
    {
        await WaitAsync(installation, async () => await NoticesAsync(installation) == (People, People), "Not everybody was told once.");
    }

    private static async Task<(int Notices, int People)> NoticesAsync(Installation installation)
    {
        await using var db = installation.OpenDb();
        return (
            await db.Database.SqlQuery<int>($"SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM inbox_notice WHERE kind = 'couponGiven'").SingleAsync(AppFixture.Ct),
            await db.Database.SqlQuery<int>($"SELECT CAST(COUNT(DISTINCT account_id) AS INTEGER) AS \"Value\" FROM inbox_notice WHERE kind = 'couponGiven'").SingleAsync(AppFixture.Ct));
    }

    private static async Task WaitAsync(Installation installation, Func<Task<bool>> isSo, string complaint)
    {
        var giveUpAt = TimeProvider.System.GetUtcNow() + Patience;
        while (!await isSo())
        {
            installation.AssertRuns();
            Assert.True(TimeProvider.System.GetUtcNow() < giveUpAt, complaint);
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, AppFixture.Ct);
        }
    }
}
