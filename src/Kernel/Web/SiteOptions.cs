using System.ComponentModel.DataAnnotations;

namespace Sward.Kernel;

/// <summary>Where this installation is reached from outside, section <c>Site</c>.</summary>
public sealed class SiteOptions
{
    /// <summary>The address people know. Without one it is a trial on somebody's machine.</summary>
    [RegularExpression(@"https?://[^\s/?#]+(/[^\s?#]*)?", ErrorMessage = "Site:PublicUrl is a web address such as https://sward.example.")]
    public string? PublicUrl { get; init; }

    /// <summary>The public address without a slash at its end, or null.</summary>
    public string? Root => string.IsNullOrEmpty(PublicUrl) ? null : PublicUrl.TrimEnd('/');
}
