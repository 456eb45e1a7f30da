using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Sward.Tests;

/// <summary>An answer of the API: its status, its JSON, and a problem's code.</summary>
public sealed record Answer(HttpStatusCode Status, JsonElement Body, HttpResponseMessage Response)
{
    public string? Code => Body.ValueKind is JsonValueKind.Object && Body.TryGetProperty("code", out var code) ? code.GetString() : null;
}

/// <summary>Short ways to talk to the API in tests.</summary>
public static class Http
{
    public static async Task<Answer> SendJsonAsync(this HttpClient client, HttpMethod method, string url, object? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, url);
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
            // Content of known length, as browsers and clients send it.
            await request.Content.LoadIntoBufferAsync(AppFixture.Ct);
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        var response = await client.SendAsync(request, AppFixture.Ct);
        return await AnswerOfAsync(response);
    }

    public static Task<Answer> GetJsonAsync(this HttpClient client, string url) => client.SendJsonAsync(HttpMethod.Get, url);

    public static Task<Answer> PostJsonAsync(this HttpClient client, string url, object? body = null, string? key = null) => client.SendJsonAsync(HttpMethod.Post, url, body, key);

    public static Task<Answer> PutJsonAsync(this HttpClient client, string url, object? body = null) => client.SendJsonAsync(HttpMethod.Put, url, body);

    public static Task<Answer> PatchJsonAsync(this HttpClient client, string url, object body) => client.SendJsonAsync(HttpMethod.Patch, url, body);

    public static Task<Answer> DeleteJsonAsync(this HttpClient client, string url) => client.SendJsonAsync(HttpMethod.Delete, url);

    public static async Task<Answer> AnswerOfAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(AppFixture.Ct);
        var json = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true && text.Length > 0;
        return new(response.StatusCode, json ? JsonSerializer.Deserialize<JsonElement>(text) : default, response);
    }

    /// <summary>The object's id, which the API writes as text.</summary>
    public static long IdOf(this JsonElement element, string property = "id") =>
        long.Parse(element.GetProperty(property).GetString()!, NumberStyles.None, CultureInfo.InvariantCulture);

    public static IEnumerable<JsonElement> Items(this Answer answer)
    {
        Assert.True(answer.Status is HttpStatusCode.OK, $"{answer.Response.RequestMessage?.RequestUri} answered {answer.Status}: {answer.Body}");
        return answer.Body.GetProperty("items").EnumerateArray();
    }

    public static string NewKey() => Guid.NewGuid().ToString("N");
}
