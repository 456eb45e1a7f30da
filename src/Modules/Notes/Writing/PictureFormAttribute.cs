using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Sward.Notes;

/// <summary>
/// Opens a page for forms with pictures in them, and reads the form before the page does: one that is too large or broken is refused as such, where the framework
/// would hand over an empty one.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PictureFormAttribute : Attribute, IAsyncResourceFilter
{
    /// <summary>Room for 18 pictures as they come from a phone, and what the framework takes for one part.</summary>
    private const long MaxBytes = 128 << 20;

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxBytes;
        }

        if (http.Request.HasFormContentType)
        {
            await ReadAsync(http.Request, http.RequestAborted);
        }

        await next();
    }

    private static async Task ReadAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            await request.ReadFormAsync(ct);
        }
        catch (Exception broken) when (broken is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw new BadHttpRequestException("The form cannot be read.", broken);
        }
    }
}
