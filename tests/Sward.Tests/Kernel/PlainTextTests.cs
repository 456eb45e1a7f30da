using System.Net;
using Sward.Kernel;
using Sward.Tests.Notes;

namespace Sward.Tests.Kernel;

public abstract class PlainTextTests(AppFixture app)
{
    [Fact]
    public async Task What_no_database_keeps_is_taken_out_of_texts()
    {
        var (person, other) = (await app.SignUpAsync(), await app.SignUpAsync());
        var (picture, note) = (await person.UploadAsync(alt: "A\0t dusk"), await other.WriteNoteAsync());

        var searched = await person.Client.GetAsync("/search?q=lake%00side", AppFixture.Ct);
        var described = await person.Client.PatchJsonAsync($"/api/v1/media/{picture}", new { alt = "Boats\0 at dusk" });
        var reported = await person.Client.PostJsonAsync("/api/v1/reports", new { target = new { kind = "note", id = $"{note}" }, reason = "spam", text = "Look\0 closely" });
        var hidden = await person.Client.PostJsonAsync("/api/v1/feed/hide", new { topic = "#lake\0" });

        Assert.Equal(HttpStatusCode.OK, searched.StatusCode);
        Assert.Equal((HttpStatusCode.OK, "Boats at dusk"), (described.Status, described.Body.GetProperty("alt").GetString()));
        Assert.Equal((HttpStatusCode.Created, "Look closely"), (reported.Status, reported.Body.GetProperty("text").GetString()));
        Assert.True((int)hidden.Status is >= 200 and < 300, $"{hidden.Status}");
    }

    [Fact]
    public async Task A_long_question_is_cut_before_an_emoji_not_through_it()
    {
        var person = await app.SignUpAsync();

        var searched = await person.Client.GetAsync($"/search?q={new string('a', 99)}%F0%9F%98%80", AppFixture.Ct);

        Assert.Equal(HttpStatusCode.OK, searched.StatusCode);
        Assert.Equal(new string('a', 99), (await person.Client.GetJsonAsync("/api/v1/search/history")).Items().Single().GetProperty("text").GetString());
    }
}

public sealed class PlainTextRuleTests
{
    [Theory]
    [InlineData("short", 5, "short")]
    [InlineData("longer", 5, "long…")]
    [InlineData("abc😀", 4, "abc…")]
    [InlineData("ab😀d", 4, "ab…")]
    [InlineData("ae\u0301xyz", 4, "ae\u0301…")]
    [InlineData("👩‍👩‍👧", 4, "…")]
    public void What_people_see_as_one_letter_is_never_cut_apart(string text, int length, string expected) => Assert.Equal(expected, PlainText.Excerpt(text, length));
}

public sealed class PlainTextOnSqlite(OnSqlite app) : PlainTextTests(app);

public sealed class PlainTextOnPostgres(OnPostgres app) : PlainTextTests(app);
