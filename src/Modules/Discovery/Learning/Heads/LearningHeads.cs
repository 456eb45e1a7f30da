using System.Diagnostics.Metrics;

namespace Sward.Discovery.Learning.Heads;

/// <summary>The heads while they learn, on the one node that teaches them, and how good they were at each example before they learned it. Shown by the metrics.</summary>
internal sealed class LearningHeads
{
    private readonly ProgressiveQuality[] qualities = [.. HeadSet.Actions.Select(_ => new ProgressiveQuality())];
    private readonly Lock gate = new();

    public LearningHeads()
    {
        Metrics.Meter.CreateObservableGauge("discovery.heads.auc", () => Read(quality => quality.Auc), unit: null, "How well a head orders what it has not seen; .5 knows nothing.");
        Metrics.Meter.CreateObservableGauge("discovery.heads.calibration", () => Read(quality => quality.Calibration), unit: null, "What a head foretold over what came; 1 is right.");
        Metrics.Meter.CreateObservableGauge("discovery.heads.examples", () => Read(quality => (double)quality.Examples), unit: null, "Examples that a head learned on this node.");
    }

    /// <summary>Null until this node teaches.</summary>
    public HeadSet? Heads { get; private set; }

    /// <summary>The version that this node published last. When another one serves, another node taught on or an operator went back.</summary>
    public long? Published { get; set; }

    /// <summary>Learns on from the heads that serve.</summary>
    public void Begin(HeadSet with)
    {
        lock (gate)
        {
            Heads = with;
        }
    }

    /// <summary>Teaches all heads one impression.</summary>
    /// <param name="came">Whether each action came, in the order of <see cref="HeadSet.Actions"/>; null where it could not come, which teaches nothing.</param>
    public void Learn(ReadOnlySpan<int> features, ReadOnlySpan<bool?> came)
    {
        lock (gate)
        {
            for (var action = 0; action < came.Length; action++)
            {
                if (came[action] is { } did)
                {
                    qualities[action].Add(Heads![action].Learn(features, did), did);
                }
            }
        }
    }

    /// <summary>What operators see: a row for each action.</summary>
    public IReadOnlyList<HeadQuality> Look()
    {
        lock (gate)
        {
            return [.. qualities.Select((quality, action) => new HeadQuality(HeadSet.Actions[action], quality.Examples, quality.Rate, quality.Auc, quality.Calibration))];
        }
    }

    private List<Measurement<double>> Read(Func<ProgressiveQuality, double> figure)
    {
        lock (gate)
        {
            return [.. qualities.Select((quality, action) => new Measurement<double>(figure(quality), new KeyValuePair<string, object?>("action", HeadSet.Actions[action])))];
        }
    }
}

/// <summary>How good a head is.</summary>
internal sealed record HeadQuality(string Action, long Examples, double Rate, double Auc, double Calibration);
