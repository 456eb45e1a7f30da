namespace Sward.Mall.Carts;

/// <summary>The carts that a variant is in, for who plans a sale of it: nobody is named.</summary>
/// <param name="People">How many people have it in their cart.</param>
/// <param name="Units">How many units that is.</param>
/// <param name="Now">What these units cost at the public price.</param>
/// <param name="Then">What they would cost in the sale; units above the cap of a buyer stay at the public price.</param>
internal sealed record CartsWith(int People, int Units, Money Now, Money Then)
{
    /// <summary>Looks at the carts.</summary>
    /// <param name="perBuyer">Units that one buyer may have in the sale.</param>
    public static async Task<CartsWith> OfAsync(MallDb db, long skuId, long publicMinor, Money price, int perBuyer, CancellationToken ct)
    {
        var carts = await db.CartLines.Where(line => line.SkuId == skuId).GroupBy(line => line.Quantity).Select(group => new { Units = group.Key, People = group.Count() }).ToListAsync(ct);
        var (people, units) = (carts.Sum(cart => cart.People), carts.Sum(cart => cart.People * cart.Units));
        var cheaper = carts.Sum(cart => (long)cart.People * Math.Min(cart.Units, perBuyer));
        return new(people, units, new Money(units * publicMinor, price.Currency), new Money((units * publicMinor) - (cheaper * (publicMinor - price.Amount)), price.Currency));
    }
}
