using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Sward.Mall.Payments;

/// <summary>What a provider answered, whole.</summary>
internal sealed record ProviderAnswer(HttpStatusCode Status, HttpResponseHeaders Headers, byte[] Body)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public JsonElement Json() => JsonSerializer.Deserialize<JsonElement>(Body);

    /// <summary>Refusals may come from a proxy on the way, and be no JSON.</summary>
    public JsonElement? TryJson()
    {
        try
        {
            return Json();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>How providers are called: to the configured address only, once, in bounded time and size. Who calls again does it with the same ids.</summary>
internal static class ProviderHttp
{
    private const int MaxAnswerBytes = 1024 * 1024;

    /// <summary>Registers a provider's typed client with its options.</summary>
    public static void AddProvider<TProvider, TClient, TOptions>(this IServiceCollection services)
        where TProvider : class, IPaymentProvider where TClient : class where TOptions : ProviderOptions
    {
        services.AddScoped<IPaymentProvider, TProvider>();
        services.AddSingleton<IValidateOptions<TOptions>, ProviderOptions.Check<TOptions>>();
        services.AddHttpClient<TClient>((scope, http) =>
        {
            var options = scope.GetRequiredService<IOptions<TOptions>>().Value;
            http.BaseAddress = options.BaseAddress;
            http.Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds);
            http.MaxResponseContentBufferSize = MaxAnswerBytes;
            http.DefaultRequestHeaders.UserAgent.Add(new("Sward", "1"));
            http.DefaultRequestHeaders.Accept.Add(new("application/json"));
        })
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        // They would write keys and people's payments into the log.
        .RemoveAllLoggers();
    }

    /// <summary>Sends a request and reads the whole answer, whatever its status.</summary>
    public static async Task<ProviderAnswer> AskAsync(this HttpClient http, HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            using var response = await http.SendAsync(request, ct);
            return new(response.StatusCode, response.Headers, await response.Content.ReadAsByteArrayAsync(ct));
        }
        catch (Exception error) when (error is HttpRequestException || (error is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new Refusal("mall.provider-unreachable", StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>The provider said no; its own code goes into the log, its words do not.</summary>
    public static Refusal Refused(this ILogger log, string provider, HttpStatusCode status, string? code)
    {
        log.LogWarning("{Provider} refused with {Status} {Code}", provider, (int)status, code);
        return new Refusal("mall.provider-refused", StatusCodes.Status502BadGateway);
    }

    /// <summary>A member of a JSON object as text; nothing when it is not there.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
