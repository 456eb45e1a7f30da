using System.Net;
using Sward.Kernel;

namespace Sward.Tests.Kernel;

public abstract class MomentCursorTests(AppFixture app)
{
    [Theory]
    [InlineData("search/history")]
    [InlineData("notices")]
    [InlineData("drafts")]
    public async Task A_cursor_that_somebody_made_up_is_refused(string list)
    {
        var person = await app.SignUpAsync();

        foreach (var forged in new[] { Cursor.Encode(long.MaxValue, 1), Cursor.Encode(long.MinValue, 1), Cursor.Encode(DateTimeOffset.MaxValue.UtcTicks, 1) })
        {
            var answer = await person.Client.GetJsonAsync($"/api/v1/{list}?cursor={forged}");

            Assert.Equal((HttpStatusCode.BadRequest, "kernel.bad-cursor"), (answer.Status, answer.Code));
        }
    }
}

public sealed class MomentCursorOnSqlite(OnSqlite app) : MomentCursorTests(app);

public sealed class MomentCursorOnPostgres(OnPostgres app) : MomentCursorTests(app);
