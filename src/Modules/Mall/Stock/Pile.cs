namespace Sward.Mall.Stock;

/// <summary>Units of one variant in one warehouse that can be taken: normal stock, or what a flash sale has of it.</summary>
internal interface IPile
{
    long WarehouseId { get; }

    int OnHand { get; set; }
}

/// <summary>Units taken from one pile, beginning with unit <paramref name="From"/> of those that were wanted.</summary>
internal readonly record struct Taken<TPile>(TPile Pile, int From, int Units);

/// <summary>Which warehouses give.</summary>
internal static class Piles
{
    /// <summary>Takes units, or as many as there are, the fullest pile first: so one warehouse gives them all whenever one has enough, and several share only when none has.</summary>
    public static IReadOnlyList<Taken<TPile>> TakeUnits<TPile>(this IEnumerable<TPile> piles, int wanted) where TPile : IPile
    {
        var taken = new List<Taken<TPile>>();
        var from = 0;
        foreach (var pile in piles.OrderByDescending(pile => pile.OnHand).ThenBy(pile => pile.WarehouseId))
        {
            var units = Math.Min(pile.OnHand, wanted - from);
            if (units == 0)
            {
                break;
            }

            pile.OnHand -= units;
            taken.Add(new(pile, from, units));
            from += units;
        }

        return taken;
    }
}
