using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Accounts;

namespace Sward.Tests.Accounts;

public abstract class FirstOperatorTests(AppFixture app)
{
    [Fact]
    public async Task The_link_makes_one_account_the_operator_once()
    {
        await using var own = await app.OwnHostAsync();
        var token = own.Services.GetRequiredService<OperatorInvitation>().Token;
        var (first, second) = (await SignUpAsync(own, "first"), await SignUpAsync(own, "second"));

        Assert.Equal(HttpStatusCode.Forbidden, await BecomeAsync(first, "guessed"));
        Assert.Equal(HttpStatusCode.OK, await BecomeAsync(first, token));
        Assert.Equal(HttpStatusCode.Forbidden, await BecomeAsync(second, token));

        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync("/outbox", AppFixture.Ct)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await second.GetAsync("/outbox", AppFixture.Ct)).StatusCode);
        Assert.Equal(1, await own.InDb<AccountsDb, int>(db => db.Accounts.CountAsync(a => a.IsOperator, AppFixture.Ct)));
    }

    [Fact]
    public async Task The_link_is_good_for_half_an_hour()
    {
        await using var own = await app.OwnHostAsync();
        var token = own.Services.GetRequiredService<OperatorInvitation>().Token;
        var late = await SignUpAsync(own, "late");

        await own.MoveClockAsync(TimeSpan.FromMinutes(31));

        Assert.Equal(HttpStatusCode.Forbidden, await BecomeAsync(late, token));
    }

    [Fact]
    public async Task The_command_makes_an_operator_of_somebody_who_is_there()
    {
        await using var own = await app.OwnHostAsync();
        var person = await own.SignUpAsync();

        Assert.False(await AccountsModule.AddOperatorAsync(own.Services, "nobody@test.example", AppFixture.Ct));
        Assert.True(await AccountsModule.AddOperatorAsync(own.Services, person.Email, AppFixture.Ct));

        Assert.True((await person.Client.SendJsonAsync(HttpMethod.Get, "/api/v1/me")).Body.GetProperty("isOperator").GetBoolean());
    }

    private static async Task<HttpClient> SignUpAsync(AppFixture own, string name)
    {
        var browser = own.NewBrowser();
        var answer = await browser.PostAsync("/sign-up", Form(("nickname", name), ("login", $"{name}@test.example"), ("password", Person.Password)), AppFixture.Ct);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    private static async Task<HttpStatusCode> BecomeAsync(HttpClient browser, string token) =>
        (await browser.PostAsync("/first-operator", Form(("token", token)), AppFixture.Ct)).StatusCode;

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
}

public sealed class FirstOperatorOnSqlite(OnSqlite app) : FirstOperatorTests(app);

public sealed class FirstOperatorOnPostgres(OnPostgres app) : FirstOperatorTests(app);
