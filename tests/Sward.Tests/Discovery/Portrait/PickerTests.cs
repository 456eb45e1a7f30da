using System.Net;

namespace Sward.Tests.Discovery.Portrait;

public abstract class PickerTests(AppFixture app)
{
    [Fact]
    public async Task The_new_are_asked_once_what_they_like_and_go_on_to_where_they_wanted()
    {
        var browser = await SignUpAsync("/");

        Assert.Contains("/interests", await PageAsync(browser, "/"), StringComparison.Ordinal);
        var answer = await ChooseAsync(browser, "Channel:food", "Channel:pets", "Topic:tea");

        Assert.Equal(("/following", HttpStatusCode.Redirect), (answer.Headers.Location?.OriginalString, answer.StatusCode));
        Assert.DoesNotContain("href=\"/interests\"", await PageAsync(browser, "/"), StringComparison.Ordinal);
        var portrait = await PageAsync(browser, "/settings/interests");
        Assert.All((string[])["Food", "Pets", "#tea"], name => Assert.Contains($"<h2>{name}</h2>", portrait, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fewer_than_three_are_refused_and_nothing_is_chosen()
    {
        var browser = await SignUpAsync("/");

        var answer = await ChooseAsync(browser, "Channel:food", "Channel:food", "Channel:weather", "nonsense", "Topic:tea");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.DoesNotContain("<h2>Food</h2>", await PageAsync(browser, "/settings/interests"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_new_is_shown_whom_to_follow_next_and_goes_on_from_there()
    {
        var browser = await SignUpAsync("/");

        var answer = await browser.PostAsync("/interests", Form(("chosen", "Channel:food"), ("chosen", "Channel:pets"), ("chosen", "Topic:tea")), AppFixture.Ct);

        Assert.Equal("/people?welcome=true", answer.Headers.Location?.OriginalString);
        Assert.Contains("<a class=\"button button-main\" href=\"/\">", await PageAsync(browser, "/people?welcome=true"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_skips_is_not_asked_again()
    {
        var browser = await SignUpAsync("/");

        var answer = await browser.PostAsync("/interests?handler=Skip", content: null, AppFixture.Ct);

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
        Assert.DoesNotContain("href=\"/interests\"", await PageAsync(browser, "/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_came_for_something_is_not_kept_from_it_and_nobody_is_led_away()
    {
        var browser = await SignUpAsync("/cart");

        var answer = await browser.PostAsync("/interests?handler=Skip&return=https://elsewhere.example", content: null, AppFixture.Ct);

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    private async Task<HttpClient> SignUpAsync(string back)
    {
        var browser = app.NewBrowser();
        var answer = await browser.PostAsync(
            "/sign-up", Form(("nickname", "Newcomer"), ("login", $"{Guid.NewGuid():N}@test.example"), ("password", Person.Password), ("return", back)), AppFixture.Ct);
        Assert.Equal(back is "/" ? "/interests" : back, answer.Headers.Location?.OriginalString);
        return browser;
    }

    private static Task<HttpResponseMessage> ChooseAsync(HttpClient browser, params string[] values) =>
        browser.PostAsync("/interests?return=/following", Form([.. values.Select(value => ("chosen", value))]), AppFixture.Ct);

    private static Task<string> PageAsync(HttpClient browser, string path) => browser.GetStringAsync(new Uri(path, UriKind.Relative), AppFixture.Ct);

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
}

public sealed class PickerOnSqlite(OnSqlite app) : PickerTests(app);

public sealed class PickerOnPostgres(OnPostgres app) : PickerTests(app);
