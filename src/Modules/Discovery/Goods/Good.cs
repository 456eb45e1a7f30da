using Sward.Contracts.Mall;
using Sward.Discovery.Goods.Acting;
using Sward.Discovery.Suggesting;

namespace Sward.Discovery.Goods;

/// <summary>A product on its way into a list.</summary>
/// <param name="Deed">What the reader did with it; null for nothing.</param>
internal sealed record Good(Suggestion Suggestion, Ware Ware, ProductAction? Deed)
{
    /// <summary>Keeps a list broad: no store and no brand has more than a quarter of it.</summary>
    public static IEnumerable<Good> Broad(IEnumerable<Good> goods, int size)
    {
        var most = Math.Max(1, size / 4);
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var good in goods)
        {
            string[] groups = good.Ware.Brand is { } brand ? [$"store {good.Ware.StoreId}", $"brand {brand}"] : [$"store {good.Ware.StoreId}"];
            if (Array.TrueForAll(groups, group => counts.GetValueOrDefault(group) < most))
            {
                Array.ForEach(groups, group => counts[group] = counts.GetValueOrDefault(group) + 1);
                yield return good;
            }
        }
    }
}
