using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Accounts;

namespace Sward.Tests.Accounts;

public abstract class SignInTests(AppFixture app)
{
    [Fact]
    public async Task Signing_up_opens_an_account_and_a_session()
    {
        var answer = await app.Visitor.PostJsonAsync("/api/v1/accounts", new { email = " Mei.Lin@Test.Example ", password = Person.Password, nickname = "Mei 林" });

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        var account = answer.Body.GetProperty("account");
        Assert.Equal("mei.lin@test.example", account.GetProperty("email").GetString());
        Assert.StartsWith("mei.", account.GetProperty("handle").GetString(), StringComparison.Ordinal);
        var me = await app.NewClient(answer.Body.GetProperty("token").GetString()).GetJsonAsync("/api/v1/me");
        Assert.Equal(account.GetProperty("id").GetString(), me.Body.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_login_is_taken_once_however_it_is_written()
    {
        var person = await app.SignUpAsync();

        var again = await app.Visitor.PostJsonAsync("/api/v1/accounts", new { email = person.Email.ToUpperInvariant(), password = "another-password", nickname = "Twin" });

        Assert.Equal((HttpStatusCode.Conflict, "accounts.login-taken"), (again.Status, again.Code));
    }

    [Fact]
    public async Task Twenty_sign_ups_at_once_with_one_address_open_one_account()
    {
        const string email = "race@test.example";
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            app.Visitor.PostJsonAsync("/api/v1/accounts", new { email, password = Person.Password, nickname = "Racer" })));

        Assert.Single(answers, a => a.Status is HttpStatusCode.Created);
        Assert.All(answers.Where(a => a.Status is not HttpStatusCode.Created), a => Assert.Equal("accounts.login-taken", a.Code));
        Assert.Equal(1, await app.InDb<AccountsDb, int>(db => db.Accounts.CountAsync(a => a.Email == email, AppFixture.Ct)));
    }

    [Theory]
    [InlineData("not an address", Person.Password, "accounts.login-unreadable")]
    [InlineData("someone@", Person.Password, "accounts.login-unreadable")]
    [InlineData("fine@test.example", null, "accounts.password-or-code")]
    [InlineData("fine@test.example", "short", "kernel.invalid")]
    public async Task A_sign_up_that_cannot_work_says_why(string email, string? password, string code)
    {
        var answer = await app.Visitor.PostJsonAsync("/api/v1/accounts", new { email, password, nickname = "Somebody" });

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_phone_number_and_a_code_open_an_account_and_sign_in()
    {
        const string phone = "+86 138 0000 1234";
        await app.Visitor.PostJsonAsync("/api/v1/sessions/codes", new { login = phone });
        var opened = await app.Visitor.PostJsonAsync("/api/v1/accounts", new { phone, code = LastCode("+8613800001234"), nickname = "小林" });
        Assert.Equal(HttpStatusCode.Created, opened.Status);

        await app.Visitor.PostJsonAsync("/api/v1/sessions/codes", new { login = phone });
        var code = LastCode("+8613800001234");
        var signedIn = await app.Visitor.PostJsonAsync("/api/v1/sessions", new { login = phone, code });
        var again = await app.Visitor.PostJsonAsync("/api/v1/sessions", new { login = phone, code });

        Assert.Equal(HttpStatusCode.Created, signedIn.Status);
        Assert.Equal("accounts.sign-in-failed", again.Code);
    }

    [Fact]
    public async Task A_code_is_dead_after_five_wrong_tries()
    {
        var person = await app.SignUpAsync();
        await app.Visitor.PostJsonAsync("/api/v1/sessions/codes", new { login = person.Email });
        var code = LastCode(person.Email);
        var wrong = string.Equals(code, "000000", StringComparison.Ordinal) ? "111111" : "000000";

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("accounts.sign-in-failed", (await app.Visitor.PostJsonAsync("/api/v1/sessions", new { login = person.Email, code = wrong })).Code);
        }

        Assert.Equal("accounts.sign-in-failed", (await app.Visitor.PostJsonAsync("/api/v1/sessions", new { login = person.Email, code })).Code);
    }

    [Fact]
    public async Task A_fourth_code_within_ten_minutes_is_refused()
    {
        var person = await app.SignUpAsync();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.Accepted, (await app.Visitor.PostJsonAsync("/api/v1/sessions/codes", new { login = person.Email })).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await app.Visitor.PostJsonAsync("/api/v1/sessions/codes", new { login = person.Email })).Status);
    }

    [Fact]
    public async Task Guessing_locks_the_account_even_for_the_right_password_and_time_unlocks_it()
    {
        await using var own = await app.OwnHostAsync();
        var person = await own.SignUpAsync();
        var guesses = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => own.Visitor.PostJsonAsync("/api/v1/sessions", new { login = person.Email, password = $"guess-number-{i}" })));
        Assert.All(guesses, g => Assert.Contains(g.Code, new[] { "accounts.sign-in-failed", "accounts.locked" }));

        var right = await own.Visitor.PostJsonAsync("/api/v1/sessions", new { login = person.Email, password = Person.Password });
        Assert.Equal((HttpStatusCode.TooManyRequests, "accounts.locked"), (right.Status, right.Code));

        await own.MoveClockAsync(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Created, (await own.Visitor.PostJsonAsync("/api/v1/sessions", new { login = person.Email, password = Person.Password })).Status);
    }

    [Fact]
    public async Task An_unknown_login_and_a_wrong_password_look_the_same()
    {
        var person = await app.SignUpAsync();

        var wrong = await app.Visitor.PostJsonAsync("/api/v1/sessions", new { login = person.Email, password = "wrong-password" });
        var unknown = await app.Visitor.PostJsonAsync("/api/v1/sessions", new { login = "nobody@test.example", password = "wrong-password" });

        Assert.Equal((wrong.Status, wrong.Code), (unknown.Status, unknown.Code));
    }

    [Fact]
    public async Task Guessing_a_login_that_nobody_has_is_locked_just_as_well()
    {
        Answer last = default!;
        for (var guess = 0; guess < 6; guess++)
        {
            last = await app.Visitor.PostJsonAsync("/api/v1/sessions", new { login = "never@test.example", password = "wrong-password" });
        }

        Assert.Equal((HttpStatusCode.TooManyRequests, "accounts.locked"), (last.Status, last.Code));
    }

    [Fact]
    public async Task A_code_takes_the_account_back_from_whoever_opened_it_with_a_strange_address()
    {
        await using var own = await app.OwnHostAsync();
        var squatter = await own.SignUpAsync();
        await own.InDb<AccountsDb, int>(db => db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.ConfirmedAt, (DateTimeOffset?)null), AppFixture.Ct));
        await own.Visitor.PostJsonAsync("/api/v1/sessions/codes", new { login = squatter.Email });
        var code = own.Services.GetRequiredService<OutboxCodeSender>().Sent[0].Code;

        Assert.Equal(HttpStatusCode.Created, (await own.Visitor.PostJsonAsync("/api/v1/sessions", new { login = squatter.Email, code })).Status);

        Assert.Equal(HttpStatusCode.Unauthorized, (await squatter.Client.SendJsonAsync(HttpMethod.Get, "/api/v1/me")).Status);
        Assert.Equal("accounts.sign-in-failed", (await own.Visitor.PostJsonAsync("/api/v1/sessions", new { login = squatter.Email, password = Person.Password })).Code);
    }

    [Fact]
    public async Task Another_site_cannot_sign_a_browser_in()
    {
        using var browser = app.NewBrowser();
        browser.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        var answer = await browser.PostAsync("/sign-in", new FormUrlEncodedContent([new("login", "x@test.example"), new("password", "x")]), AppFixture.Ct);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Sessions_are_listed_and_ended_one_by_one()
    {
        var person = await app.SignUpAsync();
        var second = (await app.Visitor.PostJsonAsync("/api/v1/sessions", new { login = person.Email, password = Person.Password })).Body.GetProperty("token").GetString();
        var other = app.NewClient(second);
        var listed = (await person.Client.GetJsonAsync("/api/v1/sessions")).Items().ToArray();
        Assert.Equal([false, true], listed.Select(s => s.GetProperty("current").GetBoolean()));

        Assert.Equal(HttpStatusCode.NoContent, (await person.Client.DeleteJsonAsync($"/api/v1/sessions/{listed[0].IdOf()}")).Status);

        Assert.Equal(HttpStatusCode.Unauthorized, (await other.GetJsonAsync("/api/v1/me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await person.Client.GetJsonAsync("/api/v1/me")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await person.Client.DeleteJsonAsync("/api/v1/sessions/current")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.Client.GetJsonAsync("/api/v1/me")).Status);
    }

    [Fact]
    public async Task When_a_session_was_last_seen_is_written_down_after_the_request()
    {
        var person = await app.SignUpAsync();
        var longAgo = DateTimeOffset.UnixEpoch;
        await app.InDb<AccountsDb, int>(db => db.Sessions.Where(s => s.AccountId == person.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, longAgo), AppFixture.Ct));
        Task<DateTimeOffset> LastSeenAsync() => app.InDb<AccountsDb, DateTimeOffset>(db => db.Sessions.Where(s => s.AccountId == person.Id).Select(s => s.LastSeenAt).SingleAsync(AppFixture.Ct));

        await person.Client.GetJsonAsync("/api/v1/me");
        Assert.Equal(longAgo, await LastSeenAsync());
        await app.Services.GetRequiredService<SeenSessions>().RunAsync(AppFixture.Ct);

        Assert.Equal(app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), await LastSeenAsync(), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Nobody_ends_a_strangers_session()
    {
        var (person, stranger) = (await app.SignUpAsync(), await app.SignUpAsync());
        var session = (await person.Client.GetJsonAsync("/api/v1/sessions")).Items().Single().IdOf();

        var answer = await stranger.Client.DeleteJsonAsync($"/api/v1/sessions/{session}");

        Assert.Equal((HttpStatusCode.NotFound, "accounts.session-not-found"), (answer.Status, answer.Code));
        Assert.Equal(HttpStatusCode.OK, (await person.Client.GetJsonAsync("/api/v1/me")).Status);
    }

    [Fact]
    public async Task A_cookie_write_from_another_site_is_refused_and_changes_nothing()
    {
        var person = await app.SignUpAsync("Before");
        using var browser = app.CreateClient(new() { HandleCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Patch, "/api/v1/me") { Content = new StringContent("""{"nickname":"After"}""", null, "application/json") };
        request.Headers.Add("Cookie", $"sward-session={person.Token}");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        var answer = await Http.AnswerOfAsync(await browser.SendAsync(request, AppFixture.Ct));

        Assert.Equal((HttpStatusCode.Forbidden, "kernel.foreign-origin"), (answer.Status, answer.Code));
        Assert.Equal("Before", (await person.Client.GetJsonAsync("/api/v1/me")).Body.GetProperty("nickname").GetString());
    }

    [Fact]
    public async Task Passwords_and_tokens_are_stored_as_hashes_only()
    {
        var person = await app.SignUpAsync();

        var (hash, tokens) = await app.InDb<AccountsDb, (string?, List<string>)>(async db => (
            await db.Accounts.Where(a => a.Id == person.Id).Select(a => a.PasswordHash).SingleAsync(AppFixture.Ct),
            await db.Sessions.Where(s => s.AccountId == person.Id).Select(s => s.TokenHash).ToListAsync(AppFixture.Ct)));

        Assert.DoesNotContain(Person.Password, hash!, StringComparison.Ordinal);
        Assert.DoesNotContain(person.Token, tokens);
    }

    private string LastCode(string address) => app.Services.GetRequiredService<OutboxCodeSender>().Sent.First(c => string.Equals(c.Address, address, StringComparison.Ordinal)).Code;
}

public sealed class SignInOnSqlite(OnSqlite app) : SignInTests(app);

public sealed class SignInOnPostgres(OnPostgres app) : SignInTests(app);
