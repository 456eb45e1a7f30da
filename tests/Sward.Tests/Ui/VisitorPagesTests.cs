using Sward.Tests.Notes;

namespace Sward.Tests.Ui;

public abstract class VisitorPagesTests(AppFixture app)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/?channel=food")]
    public async Task A_page_for_everybody_sets_no_cookie_and_comes_from_the_cache_the_second_time(string path)
    {
        using var browser = app.NewBrowser();
        var first = await browser.GetAsync(path, AppFixture.Ct);
        var second = await browser.GetAsync(path, AppFixture.Ct);

        Assert.False(first.Headers.Contains("Set-Cookie"));
        Assert.NotNull(second.Headers.Age);
    }

    [Fact]
    public async Task No_page_sets_a_cookie_before_somebody_signs_in()
    {
        var author = await app.SignUpAsync();
        var note = await author.WriteNoteAsync();
        using var browser = app.NewBrowser();

        foreach (var path in new[] { $"/notes/{note}", $"/u/{author.Handle}", "/search?q=breakfast", "/mall", "/cart", "/sign-in" })
        {
            Assert.False((await browser.GetAsync(path, AppFixture.Ct)).Headers.Contains("Set-Cookie"), path);
        }
    }

    [Fact]
    public async Task What_people_write_stays_text_on_a_card()
    {
        const string Nasty = "\"><b onclick=x>'&";
        var author = await app.SignUpAsync(Nasty);
        await author.WriteNoteAsync(Nasty);

        var page = await app.Visitor.GetStringAsync($"/u/{author.Handle}", AppFixture.Ct);

        Assert.Contains("data-sheet>&quot;&gt;&lt;b onclick=x&gt;&#x27;&amp;</a>", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"one-line\">&quot;&gt;&lt;b onclick=x&gt;&#x27;&amp;</span>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b onclick", page, StringComparison.Ordinal);
    }
}

public sealed class VisitorPagesOnSqlite(OnSqlite app) : VisitorPagesTests(app);

public sealed class VisitorPagesOnPostgres(OnPostgres app) : VisitorPagesTests(app);
