namespace Sward.Mall.Payments;

/// <summary>A provider's callback as it came in, unread: signatures are over its very bytes.</summary>
internal sealed record Callback(IHeaderDictionary Headers, byte[] Body)
{
    /// <summary>Providers send a few kilobytes; more is nobody's news.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>How old signed news may be, and how far ahead its clock; what both Stripe and WeChat Pay advise.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static async Task<Callback> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        var buffer = new byte[MaxBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        return length <= MaxBytes
            ? new(request.Headers, buffer[..length])
            : throw new Refusal("kernel.too-large", StatusCodes.Status413PayloadTooLarge);
    }

    /// <summary>A header that must be there exactly once.</summary>
    public string Header(string name) => Headers.TryGetValue(name, out var values) && values is [{ Length: > 0 } value] ? value : throw NotGenuine();

    /// <summary>Seconds since 1970 that the signature covers.</summary>
    public static bool IsFresh(long timestamp, DateTimeOffset now) => Math.Abs(now.ToUnixTimeSeconds() - (decimal)timestamp) <= (decimal)Tolerance.TotalSeconds;

    /// <summary>The signature is missing, wrong or old: whoever sent this is not the provider.</summary>
    public static Refusal NotGenuine() => new("mall.callback-not-genuine", StatusCodes.Status401Unauthorized);

    /// <summary>The provider sent it, but about somebody else's shop.</summary>
    public static Refusal NotOurs() => new("mall.callback-not-ours", StatusCodes.Status422UnprocessableEntity);
}
