using Microsoft.AspNetCore.Http.Features;

namespace Sward.Media;

/// <summary>Opens the server's own limit of a body for this request.</summary>
internal static class BodySize
{
    /// <summary>Room for the form's other fields and its boundaries.</summary>
    private const long Overhead = 1 << 20;

    /// <summary>Refuses with 413 at once when the client announces more.</summary>
    public static void Allow(HttpContext http, long bytes)
    {
        if (http.Request.ContentLength > bytes + Overhead)
        {
            throw new Refusal("media.too-large", StatusCodes.Status413PayloadTooLarge, bytes >> 20);
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = bytes + Overhead;
        }
    }
}
