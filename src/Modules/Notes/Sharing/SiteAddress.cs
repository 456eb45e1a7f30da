using Microsoft.Extensions.Options;

namespace Sward.Notes;

/// <summary>Makes addresses that work outside of the site: under its public address, or where the request came in when it has none.</summary>
internal sealed class SiteAddress(IOptions<SiteOptions> site, IHttpContextAccessor http)
{
    private readonly string root = site.Value.Root ?? (http.HttpContext is { Request: { } request } ? $"{request.Scheme}://{request.Host}" : "");

    /// <summary>The whole address of a page of ours.</summary>
    /// <param name="path">Begins with a slash.</param>
    public string Of(string path) => root + path;
}
