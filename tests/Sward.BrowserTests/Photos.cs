using System.Diagnostics;

namespace Sward.BrowserTests;

/// <summary>Pictures to upload: real photographs where a folder of them is named, else drawn ones.</summary>
internal static class Photos
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("SWARD_TEST_PHOTOS");

    public static IReadOnlyList<string> Take(int count) =>
        Folder is null ? [.. Enumerable.Range(1, count).Select(Draw)] : [.. Directory.GetFiles(Folder, "*.jpg").Order(StringComparer.Ordinal).Take(count)];

    private static string Draw(int number)
    {
        var file = Path.Combine(Path.GetTempPath(), $"sward-photo-{number}.jpg");
        using var ffmpeg = Process.Start("ffmpeg", ["-v", "error", "-y", "-f", "lavfi", "-i", $"gradients=size=1200x1600:seed={number}", "-frames:v", "1", file]);
        ffmpeg.WaitForExit();
        return file;
    }
}
