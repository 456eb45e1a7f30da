using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Sward.Discovery.Pipeline;

/// <summary>Counts what every stage of every surface does: notes found, dropped and shown, failures, time.</summary>
internal static class StageCounters
{
    private static readonly Counter<long> FoundCount = Metrics.Meter.CreateCounter<long>("discovery.found", "notes", "Notes a source proposed.");
    private static readonly Counter<long> DroppedCount = Metrics.Meter.CreateCounter<long>("discovery.dropped", "notes", "Notes a filter took out.");
    private static readonly Counter<long> ShownCount = Metrics.Meter.CreateCounter<long>("discovery.shown", "notes", "Cards shown, by the source that proposed them.");
    private static readonly Counter<long> LeftOutCount = Metrics.Meter.CreateCounter<long>("discovery.left-out", "stages", "Stages left out, by cause: error, late or off.");
    private static readonly Counter<long> GaveWayCount = Metrics.Meter.CreateCounter<long>("discovery.gave-way", "notes", "Notes that stand where a rule of breadth would not have them, because more had to wait than may.");
    private static readonly Histogram<double> Duration = Metrics.Meter.CreateHistogram<double>("discovery.duration", "ms", "Time a source took.");

    public static void Found(string surface, string source, int count, TimeSpan time)
    {
        var tags = Tags(surface, source);
        FoundCount.Add(count, tags);
        Duration.Record(time.TotalMilliseconds, tags);
    }

    public static void Dropped(string surface, string filter, int count) => DroppedCount.Add(count, Tags(surface, filter));

    public static void Shown(string surface, string source, int count) => ShownCount.Add(count, Tags(surface, source));

    public static void GaveWay(string surface, int count)
    {
        if (count > 0)
        {
            GaveWayCount.Add(count, new KeyValuePair<string, object?>("surface", surface));
        }
    }

    public static void LeftOut(string surface, string stage, string cause)
    {
        var tags = Tags(surface, stage);
        tags.Add("cause", cause);
        LeftOutCount.Add(1, tags);
    }

    private static TagList Tags(string surface, string stage) => new() { { "surface", surface }, { "stage", stage } };
}
