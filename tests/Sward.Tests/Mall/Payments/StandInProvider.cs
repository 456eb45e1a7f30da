using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Sward.Tests.Mall.Payments;

/// <summary>A request as it came in over the wire.</summary>
internal sealed record Received(string Method, string PathAndQuery, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public IReadOnlyDictionary<string, string> Form { get; } = FieldsOf(Body);

    /// <summary>The decoded fields of a form or query.</summary>
    public static Dictionary<string, string> FieldsOf(string encoded) =>
        QueryHelpers.ParseQuery(encoded).ToDictionary(field => field.Key, field => field.Value.ToString());
}

/// <summary>An answer to give: a status, a JSON body, and headers.</summary>
internal sealed record Given(string Body, HttpStatusCode Status = HttpStatusCode.OK, params (string Name, string Value)[] Headers);

/// <summary>A server on loopback in the place of a provider: it keeps what we send and answers what the test says. No provider is reached by any test.</summary>
internal sealed class StandInProvider : IAsyncDisposable
{
    private readonly WebApplication app;

    private StandInProvider(Func<Received, Given> answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
            var headers = http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            var received = new Received(http.Request.Method, $"{http.Request.Path}{http.Request.QueryString}", headers, await reader.ReadToEndAsync(http.RequestAborted));
            Requests.Enqueue(received);
            var given = answer(received);
            http.Response.StatusCode = (int)given.Status;
            http.Response.ContentType = "application/json";
            foreach (var (name, value) in given.Headers)
            {
                http.Response.Headers[name] = value;
            }

            await http.Response.WriteAsync(given.Body, http.RequestAborted);
        });
    }

    public ConcurrentQueue<Received> Requests { get; } = new();

    public string Address => app.Urls.Single();

    public static async Task<StandInProvider> StartAsync(Func<Received, Given> answer)
    {
        var provider = new StandInProvider(answer);
        await provider.app.StartAsync(AppFixture.Ct);
        return provider;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
