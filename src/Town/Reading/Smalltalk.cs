namespace Sward.Town;

/// <summary>What people say under each other's notes, by what the note is about.</summary>
/// <remarks>
/// <code>
/// ## channel or * | words that the note must contain, or nothing
/// a comment &lt;&lt; what the author may answer
/// </code>
/// </remarks>
internal sealed record Smalltalk(string Language, string Channel, IReadOnlyList<string> Words, IReadOnlyList<Remark> Remarks)
{
    public static IReadOnlyList<Smalltalk> All { get; } = [.. Shelf.Read("talk").SelectMany(file => Shelf.Sections(file.Lines).Skip(1).Select(section => Read(file.Name, section)))];

    /// <summary>Whether the talk suits a note: its language and channel, and one of the words in its title, topics or text.</summary>
    public bool Fits(string language, string channel, string text) =>
        string.Equals(Language, language, StringComparison.Ordinal)
        && (Channel is "*" || string.Equals(Channel, channel, StringComparison.Ordinal)) && (Words.Count == 0 || Words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static Smalltalk Read(string file, IReadOnlyList<string> section)
    {
        var head = section[0].Split('|', StringSplitOptions.TrimEntries);
        return new Smalltalk(
            file is "zh" ? "zh-CN" : "en", head[0], head.Length > 1 ? head[1].Split(' ') : [],
            [.. section.Skip(1).Select(line => line.Split("<<", StringSplitOptions.TrimEntries)).Select(parts => new Remark(parts[0], parts.ElementAtOrDefault(1)))]);
    }
}
