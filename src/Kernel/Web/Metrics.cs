using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Sward.Kernel;

/// <summary>The built-in meters and ours as Prometheus text, for operators.</summary>
public sealed class Metrics : IDisposable
{
    /// <summary>Sward's own meter: modules create their instruments on it.</summary>
    public static readonly Meter Meter = new("Sward");

    private static readonly string[] Listened = ["Sward", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<string, double> values = new(StringComparer.Ordinal);

    public Metrics()
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (Listened.Contains(instrument.Meter.Name, StringComparer.Ordinal))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.Start();
    }

    public void Dispose() => listener.Dispose();

    internal string Write()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var (series, value) in values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(series).Append(' ').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
        }

        return text.ToString();
    }

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var name = NameOf(instrument.Name);
        var labels = Labels(tags);
        switch (instrument)
        {
            case Histogram<double> or Histogram<long> or Histogram<int>:
                Add($"{name}_sum{labels}", value);
                Add($"{name}_count{labels}", 1);
                break;
            case Counter<long> or Counter<int> or Counter<double> or UpDownCounter<long> or UpDownCounter<int>:
                Add(name + labels, value);
                break;
            default:
                values[name + labels] = value;
                break;
        }
    }

    private void Add(string series, double value) => values.AddOrUpdate(series, value, (_, sum) => sum + value);

    private static string NameOf(string name) => name.Replace('.', '_').Replace('-', '_');

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.Length == 0)
        {
            return "";
        }

        var text = new StringBuilder("{");
        foreach (var (key, value) in tags)
        {
            var escaped = Convert.ToString(value, CultureInfo.InvariantCulture)?.Replace("\\", @"\\", StringComparison.Ordinal)
                .Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
            text.Append(text.Length > 1 ? "," : "").Append(NameOf(key)).Append("=\"").Append(escaped).Append('"');
        }

        return text.Append('}').ToString();
    }
}

/// <summary>The route of the metrics.</summary>
internal static class MetricsRoute
{
    public static void MapMetrics(this IEndpointRouteBuilder routes) => routes
        .MapGet("/metrics", (Metrics metrics) => TypedResults.Text(metrics.Write(), "text/plain; version=0.0.4"))
        .WithName("Metrics").WithTags("Health").RequireAuthorization(Policies.Operator);
}
