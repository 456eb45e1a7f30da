namespace Sward.Mall.Carts;

/// <summary>Units of a variant that an account has put aside to buy. Promises neither price nor stock.</summary>
internal sealed class CartLine
{
    [Personal]
    public long AccountId { get; init; }
    public long SkuId { get; init; }
    public int Quantity { get; set; }
    public DateTimeOffset AddedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<CartLine>
    {
        public void Configure(EntityTypeBuilder<CartLine> line)
        {
            line.HasKey(l => new { l.AccountId, l.SkuId });
            // Who would buy in a sale that is being planned.
            line.HasIndex(l => l.SkuId);
            line.ToTable(table => table.HasCheckConstraint("ck_mall_cart_line_quantity", "quantity > 0"));
        }
    }
}
