using System.ComponentModel.DataAnnotations;
using System.Text;

namespace Sward.Notes;

/// <summary>How topics are named: as people write them for reading, NFKC and lower case for finding.</summary>
internal static class TopicName
{
    public const int MaxLength = 30;

    /// <summary>The name without its # and stray white space.</summary>
    public static string Clean(string name) => PlainText.Line(name).Trim('#', ' ');

    /// <summary>What makes two spellings the same topic.</summary>
    public static string KeyOf(string name) => Clean(name).Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    /// <summary>Names without repeats, in the order given.</summary>
    public static IReadOnlyList<string> Distinct(IEnumerable<string> names) =>
        [.. names.Select(Clean).Where(name => name.Length > 0).DistinctBy(KeyOf, StringComparer.Ordinal)];

    /// <summary>A topic is a part of an address, so it holds no slash, and it ends where the next # begins.</summary>
    public static bool IsAllowed(string name) => Clean(name) is { Length: > 0 and <= MaxLength } clean && clean.AsSpan().IndexOfAny("#/\\?") < 0;
}

/// <summary>Allows lists of topic names.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TopicNamesAttribute() : ValidationAttribute("This is not a topic.")
{
    public override bool IsValid(object? value) => value is not IEnumerable<string> names || names.All(TopicName.IsAllowed);
}
