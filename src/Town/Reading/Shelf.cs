using System.Reflection;

namespace Sward.Town;

/// <summary>The text files that are built into the program.</summary>
internal static class Shelf
{
    /// <summary>Files of one folder with their lines, by name.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<string> Lines)> Read(string folder) =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith($"{folder}/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (name[(folder.Length + 1)..], Lines(name))),
    ];

    /// <summary>Cuts a file at its headings (<c>## </c>); what stands above the first one comes first.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Sections(IReadOnlyList<string> lines)
    {
        var sections = new List<List<string>> { new() };
        foreach (var line in lines)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                sections.Add([line[3..].Trim()]);
            }
            else if (line.Length > 0)
            {
                sections[^1].Add(line);
            }
        }

        return sections;
    }

    private static string[] Lines(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.Trim())];
    }
}
