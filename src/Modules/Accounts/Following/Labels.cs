namespace Sward.Accounts;

/// <summary>Labels as people type them: with commas between, Chinese or not.</summary>
internal static class Labels
{
    public static IReadOnlyList<string> Parse(string? typed) => (typed ?? "").Split([',', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
