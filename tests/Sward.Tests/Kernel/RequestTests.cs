using System.Net;
using System.Text;

namespace Sward.Tests.Kernel;

public abstract class RequestTests(AppFixture app)
{
    [Theory]
    [InlineData("POST", "notes", """{"title":null,"body":"Words"}""")]
    [InlineData("POST", "notes", """{"title":"Words","mediaIds":null}""")]
    [InlineData("POST", "notes", """{"title":"Words","topics":[null]}""")]
    [InlineData("POST", "drafts", "{}")]
    [InlineData("POST", "drafts", """{"content":{"mediaIds":null}}""")]
    [InlineData("PUT", "notices/muted", "{}")]
    [InlineData("PUT", "notices/muted", """{"kinds":null}""")]
    [InlineData("PUT", "notices/muted", """{"kinds":[null]}""")]
    public async Task What_a_request_must_bring_and_does_not_is_a_refusal(string method, string path, string json)
    {
        var person = await app.SignUpAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/v1/{path}") { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", Http.NewKey());

        var answer = await Http.AnswerOfAsync(await person.Client.SendAsync(request, AppFixture.Ct));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(answer.Code, new[] { "kernel.invalid", "inbox.unknown-kind" });
        Assert.Empty((await person.Client.GetJsonAsync("/api/v1/drafts")).Items());
    }
}

public sealed class RequestOnSqlite(OnSqlite app) : RequestTests(app);

public sealed class RequestOnPostgres(OnPostgres app) : RequestTests(app);
