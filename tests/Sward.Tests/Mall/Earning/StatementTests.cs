using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Sward.Mall;
using Sward.Mall.Commissions;
using Sward.Mall.Ledger;
using Sward.Mall.Settlements;

namespace Sward.Tests.Mall.Earning;

public abstract class StatementTests(AppFixture app)
{
    private static CancellationToken Ct => AppFixture.Ct;

    [Fact]
    public async Task A_months_statement_adds_up_to_the_ledger_and_later_refunds_stand_on_the_next()
    {
        await using var own = await app.OwnHostAsync();
        await own.AddRateAsync(CommissionKind.Platform, 533);
        await own.AddRateAsync(CommissionKind.Creator, 777);
        var scene = await MallScene.OpenAsync(own);
        var (tea, cup) = await scene.ListPairAsync(9_999, 3_333);
        var (shopper, creator) = (await scene.ShopperAsync(), await own.SignUpAsync("Creator"));
        await own.FollowLinkAsync(shopper, tea, creator.Id);
        var first = await MallScene.PaidOrderAsync(shopper, (tea, 3), (cup, 1));
        var second = await MallScene.PaidOrderAsync(shopper, (cup, 2));
        await scene.ReceiveAsync(shopper, first);
        await scene.ReceiveAsync(shopper, second);
        await own.RefundAsync(first.IdOf(), tea, 1_234);
        await own.CloseOrdersAsync();
        await MakeStatementsAsync(own, days: 30);

        var march = await OnlyStatementAsync(own, scene, skip: 0);
        Assert.Equal(await own.HoldsAsync(AccountKind.Merchant, scene.StoreId), march.ClosingMinor);
        Assert.Equal((0L, 2), (march.OpeningMinor, march.Items.Count));
        Assert.Equal(march.ClosingMinor, await SumOfCsvAsync(scene, march));

        await own.RefundAsync(first.IdOf(), cup, 3_333);
        await MakeStatementsAsync(own, days: 31);

        var april = await OnlyStatementAsync(own, scene, skip: 1);
        Assert.Equal(march.ClosingMinor, april.OpeningMinor);
        var item = Assert.Single(april.Items);
        Assert.Equal((EntryKind.TakenBack, -3_333L), (item.Kind, item.GrossMinor));
        Assert.True(item.NetMinor < 0);
        Assert.Equal(await own.HoldsAsync(AccountKind.Merchant, scene.StoreId), april.ClosingMinor);
        await own.AssertSoundAsync();
    }

    [Fact]
    public async Task Months_that_nobody_stated_get_a_statement_each()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var tea = await scene.ListAsync(10_000, 10);
        var (shopper, first) = await scene.PaidOrderAsync((tea, 1));
        await scene.ReceiveAsync(shopper, first);
        await own.CloseOrdersAsync();
        await own.MoveClockAsync(TimeSpan.FromDays(40));
        var second = await MallScene.PaidOrderAsync(shopper, (tea, 2));
        await scene.ReceiveAsync(shopper, second);
        await own.CloseOrdersAsync();
        await MakeStatementsAsync(own, days: 31);

        var all = await own.InDb<MallDb, List<Statement>>(db => db.Statements.Where(s => s.StoreId == scene.StoreId).OrderBy(s => s.Until).ToListAsync(Ct));
        Assert.Equal(2, all.Count);
        Assert.All(all, month => Assert.InRange((month.Until - month.From).TotalDays, 28, 31));
        Assert.Equal((0L, all[0].ClosingMinor), (all[0].OpeningMinor, all[1].OpeningMinor));
        Assert.Equal(await own.HoldsAsync(AccountKind.Merchant, scene.StoreId), all[1].ClosingMinor);
    }

    [Fact]
    public async Task A_statement_is_made_once_and_shown_to_its_store_alone()
    {
        await using var own = await app.OwnHostAsync();
        var scene = await MallScene.OpenAsync(own);
        var (shopper, order) = await scene.PaidOrderAsync((await scene.ListAsync(), 1));
        await scene.ReceiveAsync(shopper, order);
        await own.CloseOrdersAsync();
        await own.RunJobAsync("mall.make-statements");
        Assert.Equal(0, await own.InDb<MallDb, int>(db => db.Statements.CountAsync(Ct)));

        await MakeStatementsAsync(own, days: 30);
        await own.RunJobAsync("mall.make-statements");

        var url = UrlOf(scene, await OnlyStatementAsync(own, scene, skip: 0));
        Assert.Contains("100.00", await scene.Seller.Client.GetStringAsync(url, Ct), StringComparison.Ordinal);
        Assert.Contains(url, await scene.Seller.Client.GetStringAsync($"/desk/{scene.StoreId}/money", Ct), StringComparison.Ordinal);
        foreach (var form in (string[])["", "?handler=Csv", "?handler=Pdf"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await shopper.Client.GetAsync(url + form, Ct)).StatusCode);
        }

        var pdf = await scene.Seller.Client.GetByteArrayAsync($"{url}?handler=Pdf", Ct);
        AssertWellFormed(Encoding.Latin1.GetString(pdf));
    }

    /// <summary>The table of a PDF says where each object begins.</summary>
    private static void AssertWellFormed(string pdf)
    {
        Assert.StartsWith("%PDF-1.4", pdf, StringComparison.Ordinal);
        Assert.Contains("(100.00) Tj", pdf, StringComparison.Ordinal);
        var table = int.Parse(pdf[(pdf.LastIndexOf("startxref", StringComparison.Ordinal) + 10)..pdf.LastIndexOf("%%EOF", StringComparison.Ordinal)], CultureInfo.InvariantCulture);
        var lines = pdf[table..].Split('\n');
        Assert.Equal("xref", lines[0]);
        var count = int.Parse(lines[1].Split(' ')[1], CultureInfo.InvariantCulture);
        foreach (var number in Enumerable.Range(1, count - 1))
        {
            Assert.StartsWith($"{number} 0 obj", pdf[int.Parse(lines[number + 2][..10], CultureInfo.InvariantCulture)..], StringComparison.Ordinal);
        }
    }

    private static async Task MakeStatementsAsync(AppFixture own, int days)
    {
        await own.MoveClockAsync(TimeSpan.FromDays(days));
        await own.RunJobAsync("mall.make-statements");
    }

    private static Task<Statement> OnlyStatementAsync(AppFixture own, MallScene scene, int skip) => own.InDb<MallDb, Statement>(async db =>
    {
        var all = await db.Statements.Include(s => s.Items).Where(s => s.StoreId == scene.StoreId).OrderBy(s => s.Until).ToListAsync(Ct);
        Assert.Equal(skip + 1, all.Count);
        return all[skip];
    });

    private static string UrlOf(MallScene scene, Statement statement) => $"/desk/{scene.StoreId}/statements/{statement.Id}";

    /// <summary>The sum of the net column of the bookings, in minor units.</summary>
    private static async Task<long> SumOfCsvAsync(MallScene scene, Statement statement)
    {
        var csv = await scene.Seller.Client.GetStringAsync($"{UrlOf(scene, statement)}?handler=Csv", Ct);
        var rows = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[2..^1];
        return rows.Sum(row => (long)(decimal.Parse(row.Split(',')[7], CultureInfo.InvariantCulture) * 100));
    }
}

public sealed class StatementsOnSqlite(OnSqlite app) : StatementTests(app);

public sealed class StatementsOnPostgres(OnPostgres app) : StatementTests(app);
