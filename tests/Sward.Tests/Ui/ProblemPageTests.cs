using System.Net;
using Sward.Tests.Notes;

namespace Sward.Tests.Ui;

public abstract class ProblemPageTests(AppFixture app)
{
    [Theory]
    [InlineData("mall.sold-out-while-ordering", HttpStatusCode.NotFound)]
    [InlineData("notes.note-not-found", HttpStatusCode.OK)]
    public async Task The_type_of_a_problem_is_a_page(string code, HttpStatusCode status) =>
        Assert.Equal(status, (await app.Visitor.GetAsync($"/problems/{code}", AppFixture.Ct)).StatusCode);

    [Fact]
    public async Task A_page_that_is_not_there_says_so_in_the_readers_language_and_leads_on()
    {
        var (english, chinese) = (Browser("en"), Browser("zh-CN"));

        foreach (var path in new[] { "/notes/42", "/no/such/page" })
        {
            var page = await ReadAsync(HttpStatusCode.NotFound, await english.GetAsync(path, AppFixture.Ct));
            Assert.Contains("There is nothing here.", page, StringComparison.Ordinal);
            Assert.Contains("href=\"/\">To the first page", page, StringComparison.Ordinal);
            Assert.Contains("回到首页", await ReadAsync(HttpStatusCode.NotFound, await chinese.GetAsync(path, AppFixture.Ct)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_api_answers_problems_to_browsers_as_well() =>
        Assert.Equal("application/problem+json", (await Browser("en").GetAsync("/api/v1/notes/42", AppFixture.Ct)).Content.Headers.ContentType?.MediaType);

    [Fact]
    public async Task What_a_page_does_not_know_is_refused()
    {
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await Browser("en").PostAsync("/?handler=Nothing", Form(), AppFixture.Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await Browser("en").PutAsync("/", Form(), AppFixture.Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await Browser("en").DeleteAsync("/", AppFixture.Ct)).StatusCode);
    }

    [Fact]
    public async Task A_refused_form_is_a_page_with_the_way_back()
    {
        var (browser, note) = (await SignedInAsync(await app.SignUpAsync()), await (await app.SignUpAsync()).WriteNoteAsync());
        browser.DefaultRequestHeaders.Referrer = new Uri($"http://localhost/notes/{note}");

        var page = await ReadAsync(HttpStatusCode.BadRequest, await browser.PostAsync($"/notes/{note}/like", Form(("on", "perhaps")), AppFixture.Ct));

        Assert.Contains($"href=\"/notes/{note}\">Back", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_comment_comes_back_with_its_words()
    {
        var (author, reader) = (await app.SignUpAsync(), await app.SignUpAsync());
        var (open, closed) = (await author.WriteNoteAsync(), await author.WriteNoteAsync(commenters: "nobody"));
        var browser = await SignedInAsync(reader);

        var page = await ReadAsync(HttpStatusCode.Forbidden, await browser.PostAsync($"/notes/{closed}/comment", Form(("body", "Long & considered words"), ("replyTo", "")), AppFixture.Ct));
        var taken = await browser.PostAsync($"/notes/{open}/comment", Form(("body", "Looks good"), ("replyTo", ""), ("return", $"/notes/{open}#comments")), AppFixture.Ct);

        Assert.Contains("Long &amp; considered words</textarea>", page, StringComparison.Ordinal);
        Assert.Equal($"/notes/{open}#comments", taken.Headers.Location?.OriginalString);
        Assert.Equal((1, 0), (await reader.Client.CountAsync(open, "comments"), await reader.Client.CountAsync(closed, "comments")));
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private static async Task<string> ReadAsync(HttpStatusCode status, HttpResponseMessage response)
    {
        Assert.Equal((status, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith("default-src 'none'; script-src", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        return await response.Content.ReadAsStringAsync(AppFixture.Ct);
    }

    private HttpClient Browser(string language)
    {
        var browser = app.NewBrowser();
        browser.DefaultRequestHeaders.Remove("Accept-Language");
        browser.DefaultRequestHeaders.Add("Accept-Language", language);
        browser.DefaultRequestHeaders.Add("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        return browser;
    }

    private async Task<HttpClient> SignedInAsync(Person person)
    {
        var browser = Browser("en");
        var answer = await browser.PostAsync("/sign-in", Form(("login", person.Email), ("password", Person.Password)), AppFixture.Ct);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }
}

public sealed class ProblemPageOnSqlite(OnSqlite app) : ProblemPageTests(app);

public sealed class ProblemPageOnPostgres(OnPostgres app) : ProblemPageTests(app);
