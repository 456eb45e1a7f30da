namespace Sward.Accounts;

/// <summary>What a person calls the browser that a <c>User-Agent</c> stands for.</summary>
internal static class AgentName
{
    /// <summary>Browsers by what their agents hold; each also names those it descends from, so the descendants come first.</summary>
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("MicroMessenger/", "WeChat"), ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("FxiOS/", "Firefox"), ("Firefox/", "Firefox"),
        ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    /// <summary>Systems in the same way: Android says Linux, and iPhones say Mac OS X.</summary>
    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    /// <summary>Browser and system; the agent itself when it names neither.</summary>
    public static string Of(string agent)
    {
        string[] names = [.. new[] { NameIn(Browsers, agent), NameIn(Systems, agent) }.OfType<string>()];
        return names.Length > 0 ? string.Join(" · ", names) : agent;
    }

    private static string? NameIn((string Mark, string Name)[] known, string agent) => known.FirstOrDefault(k => agent.Contains(k.Mark, StringComparison.Ordinal)).Name;
}
