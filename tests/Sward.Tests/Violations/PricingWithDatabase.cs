using Microsoft.EntityFrameworkCore;

namespace Sward.Mall.Pricing;

internal sealed class PricesFromTheDatabase(DbSet<string> offers)
{
    public int Count => offers.Local.Count;
}
