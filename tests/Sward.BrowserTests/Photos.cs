using System.Diagnostics;

namespace Sward.BrowserTests;

/// <summary>Pictures to upload: the real photographs beside the repository where they are, else drawn ones.</summary>
internal static class Photos
{
    private static readonly string Folder = Repository.Path("../shared/data/photos");

    public static IReadOnlyList<string> Take(int count) =>
        Directory.Exists(Folder) ? [.. Directory.GetFiles(Folder, "*.jpg").Order(StringComparer.Ordinal).Take(count)] : [.. Enumerable.Range(1, count).Select(Draw)];

    private static string Draw(int number)
    {
        var file = Path.Combine(Path.GetTempPath(), $"sward-photo-{number}.jpg");
        using var ffmpeg = Process.Start("ffmpeg", ["-v", "error", "-y", "-f", "lavfi", "-i", $"gradients=size=1200x1600:seed={number}", "-frames:v", "1", file]);
        ffmpeg.WaitForExit();
        return file;
    }
}
