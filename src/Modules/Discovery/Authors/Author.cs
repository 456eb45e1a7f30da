namespace Sward.Discovery.Authors;

/// <summary>How many people follow somebody: what keeps a page open for those whom few know yet.</summary>
internal sealed class Author
{
    [Personal]
    public required long Id { get; init; }

    public int Followers { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Author>
    {
        public void Configure(EntityTypeBuilder<Author> author) => author.Property(a => a.Id).ValueGeneratedNever();
    }
}
