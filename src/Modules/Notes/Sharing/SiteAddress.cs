using Microsoft.Extensions.Options;

namespace Sward.Notes;

/// <summary>Where this installation is reached from outside, section <c>Site</c>.</summary>
internal sealed class SiteOptions
{
    public string? PublicUrl { get; set; }
}

/// <summary>Makes addresses that work outside of the site: under <c>Site:PublicUrl</c>, or where the request came in when that is not set.</summary>
internal sealed class SiteAddress(IOptions<SiteOptions> options, IHttpContextAccessor http)
{
    private readonly string root = options.Value.PublicUrl?.TrimEnd('/')
        ?? (http.HttpContext is { Request: { } request } ? $"{request.Scheme}://{request.Host}" : "");

    /// <summary>The whole address of a page of ours.</summary>
    /// <param name="path">Begins with a slash.</param>
    public string Of(string path) => root + path;
}
