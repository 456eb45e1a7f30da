using System.Net;
using Microsoft.EntityFrameworkCore;
using Sward.Accounts;
using Sward.Safety;
using Sward.Tests.Discovery;

namespace Sward.Tests.Safety;

public abstract class ReportContentTests(AppFixture app)
{
    [Fact]
    public async Task A_report_is_kept_once_while_it_is_open()
    {
        var (author, reporter) = (await app.SignUpAsync(), await app.SignUpAsync());
        var note = Assert.Single(await app.PublishAsync(author));

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => ReportAsync(reporter, note)));

        var first = Assert.Single(answers, answer => answer.Status is HttpStatusCode.Created);
        Assert.Equal(49, answers.Count(answer => answer.Status is HttpStatusCode.OK && answer.Body.IdOf() == first.Body.IdOf()));
        Assert.Equal(1, await CountAsync(note));
    }

    [Fact]
    public async Task The_same_key_gives_the_same_answer()
    {
        var (author, reporter) = (await app.SignUpAsync(), await app.SignUpAsync());
        var note = Assert.Single(await app.PublishAsync(author));
        var key = Http.NewKey();

        var first = await ReportAsync(reporter, note, key);
        var again = await ReportAsync(reporter, note, key);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.Status, again.Status));
        Assert.Equal(first.Body.IdOf(), again.Body.IdOf());
    }

    [Fact]
    public async Task Only_operators_see_reports()
    {
        var (author, reporter, keeper) = (await app.SignUpAsync(), await app.SignUpAsync(), await app.SignUpAsync());
        await app.InDb<AccountsDb, int>(db => db.Accounts.Where(a => a.Id == keeper.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.IsOperator, true), AppFixture.Ct));
        var note = Assert.Single(await app.PublishAsync(author));
        var report = (await ReportAsync(reporter, note)).Body.IdOf();

        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.Client.GetJsonAsync("/api/v1/reports")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Visitor.GetJsonAsync("/api/v1/reports")).Status);

        var list = await keeper.Client.GetJsonAsync("/api/v1/reports?limit=100");
        var row = list.Items().Single(r => r.IdOf() == report);
        Assert.Equal((note, "spam"), (row.IdOf("targetId"), row.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task What_is_not_there_or_ones_own_cannot_be_reported()
    {
        var (author, reporter) = (await app.SignUpAsync(), await app.SignUpAsync());
        var note = Assert.Single(await app.PublishAsync(author));
        var forFollowers = Assert.Single(await app.PublishAsync(author, visibility: Sward.Notes.Visibility.Followers));

        Assert.Equal("safety.target-not-found", (await ReportAsync(reporter, forFollowers)).Code);
        Assert.Equal("safety.target-not-found", (await ReportAsync(reporter, 12345)).Code);
        Assert.Equal("safety.own-content", (await ReportAsync(author, note)).Code);
        Assert.Equal(HttpStatusCode.BadRequest, (await reporter.Client.PostJsonAsync("/api/v1/reports", new { target = new { kind = "note", id = note }, reason = "nonsense" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await reporter.Client.PostJsonAsync("/api/v1/reports", new { target = new { kind = "nonsense", id = note }, reason = "spam" })).Status);
        Assert.Equal(0, await CountAsync(note));
    }

    private static Task<Answer> ReportAsync(Person reporter, long note, string? key = null) =>
        reporter.Client.PostJsonAsync("/api/v1/reports", new { target = new { kind = "note", id = note }, reason = "spam", text = "Look at this" }, key);

    private Task<int> CountAsync(long note) => app.InDb<SafetyDb, int>(db => db.Reports.CountAsync(r => r.TargetId == note, AppFixture.Ct));
}

public sealed class ReportContentOnSqlite(OnSqlite app) : ReportContentTests(app);

public sealed class ReportContentOnPostgres(OnPostgres app) : ReportContentTests(app);
