using System.ComponentModel.DataAnnotations;

namespace Sward.Discovery;

/// <summary>Section <c>Discovery</c> of the configuration. Switches take effect at once.</summary>
internal sealed class DiscoveryOptions
{
    /// <summary>Names of sources and side effects that are switched off.</summary>
    public IReadOnlyList<string> StagesOff { get; init; } = [];

    /// <summary>How many notes the model picks for each note of the shared order, for a reader it knows.</summary>
    [Range(0.0, 10)]
    public double PicksPerNote { get; init; } = 1.5;

    /// <summary>How many notes by small authors are picked for each note of the shared order.</summary>
    [Range(0.0, 10)]
    public double SmallAuthorsPerNote { get; init; } = .5;

    /// <summary>Share of the places from the fourth on that notes from the pools get.</summary>
    [Range(0.0, .5)]
    public double PoolShare { get; init; } = .09;

    /// <summary>With fewer followers an author is small: more than half of what a page recommends is theirs.</summary>
    [Range(1, int.MaxValue)]
    public int SmallAuthor { get; init; } = 1_000;

    /// <summary>With so many followers an author is huge, and gets at most a tenth of what a page recommends.</summary>
    [Range(1, int.MaxValue)]
    public int HugeAuthor { get; init; } = 500_000;

    /// <summary>How many signals may wait to be written; the oldest give way to new ones.</summary>
    [Range(100, 10_000_000)]
    public int SignalsWaiting { get; init; } = 200_000;

    /// <summary>Days that signals are kept.</summary>
    [Range(1, 3_650)]
    public int SignalDays { get; init; } = 90;
}
