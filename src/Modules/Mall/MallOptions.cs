using System.ComponentModel.DataAnnotations;

namespace Sward.Mall;

/// <summary>The mall's numbers. Amounts are minor units of the store's currency.</summary>
internal sealed class MallOptions
{
    /// <summary>How long an order waits for its payment, and its stock with it.</summary>
    [Range(1, 24 * 60)]
    public int HoldMinutes { get; init; } = 30;

    /// <summary>Freight per store and checkout.</summary>
    [Range(0, 1_000_000)]
    public long FreightMinor { get; init; } = 800;

    /// <summary>Goods of one store worth this much travel free.</summary>
    [Range(0, 100_000_000)]
    public long FreeFreightFromMinor { get; init; } = 8800;
}
