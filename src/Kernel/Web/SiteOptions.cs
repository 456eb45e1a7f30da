using System.ComponentModel.DataAnnotations;

namespace Sward.Kernel;

/// <summary>Where this installation is, on the net and on the clock; section <c>Site</c>.</summary>
public sealed class SiteOptions : IValidatableObject
{
    /// <summary>The address people know. Without one it is a trial on somebody's machine.</summary>
    [RegularExpression(@"https?://[^\s/?#]+(/[^\s?#]*)?", ErrorMessage = "Site:PublicUrl is a web address such as https://sward.example.")]
    public string? PublicUrl { get; init; }

    /// <summary>The zone of business days and of every time on a page.</summary>
    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <summary>The public address without a slash at its end, or null.</summary>
    public string? Root => string.IsNullOrEmpty(PublicUrl) ? null : PublicUrl.TrimEnd('/');

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new($"Site:TimeZone: this machine knows no zone {TimeZone}; one is called Asia/Shanghai.");
        }
    }
}
