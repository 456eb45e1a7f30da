namespace Sward.Search;

/// <summary>Compares names of stores with queries: what only says that it is a store is no part of the name.</summary>
internal static class StoreName
{
    private static readonly string[] Endings = ["官方旗舰店", "旗舰店", "专卖店", "专营店", "官方店", "官方", " official", " flagship", " store", " shop"];

    /// <summary>Equal for names that mean the same store; empty when nothing is left to look for.</summary>
    public static string KeyOf(string text)
    {
        var key = Fold.Key(text);
        while (Endings.FirstOrDefault(ending => key.Length > ending.Length && key.EndsWith(ending, StringComparison.Ordinal)) is { } ending)
        {
            key = key[..^ending.Length].TrimEnd();
        }

        return key;
    }
}
