using System.Globalization;

namespace Sward.Bench;

/// <summary>Memory of this process in bytes, as Linux counts it after everything unused was collected: its own pages, and pages of mapped files, which can be dropped and read again.</summary>
internal readonly record struct Footprint(long Own, long Mapped)
{
    public static Footprint Take()
    {
        for (var round = 0; round < 2; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        var lines = File.ReadAllLines("/proc/self/status");
        return new(Of(lines, "RssAnon:"), Of(lines, "RssFile:"));
    }

    public static Footprint operator -(Footprint one, Footprint other) => new(one.Own - other.Own, one.Mapped - other.Mapped);

    private static long Of(string[] lines, string name) =>
        1_024 * long.Parse(lines.First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
