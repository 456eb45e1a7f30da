using System.Text.Json;

namespace Sward.Tests.Mall.Pricing;

/// <summary>Cases of other projects' suites, kept outside the project; tests that need them are skipped where they are absent.</summary>
internal static class SharedCases
{
    public static IReadOnlyList<JsonElement> Read(string file)
    {
        var path = Path.Combine(ProjectRoot(), "..", "shared", "data", "mall", file);
        Assert.SkipUnless(File.Exists(path), $"{file} is not here.");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(element => element.Clone())];
    }

    private static string ProjectRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Sward.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the project.");
        }

        return folder.FullName;
    }
}
