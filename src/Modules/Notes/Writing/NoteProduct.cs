namespace Sward.Notes;

/// <summary>A public note about a product.</summary>
internal sealed record NoteProduct(long ProductId, long NoteId)
{
    internal sealed class Mapping : IEntityTypeConfiguration<NoteProduct>
    {
        public void Configure(EntityTypeBuilder<NoteProduct> noteProduct)
        {
            noteProduct.HasKey(p => new { p.ProductId, p.NoteId });
            noteProduct.HasIndex(p => p.NoteId);
        }
    }
}
