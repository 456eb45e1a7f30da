namespace Sward.Mall.Leads;

/// <summary>A question about goods that are not bought here, with how the store reaches whoever asked. It is deleted after <see cref="MallOptions.LeadDays"/>, answered or not.</summary>
internal sealed class Lead
{
    public long Id { get; init; }
    public long StoreId { get; init; }
    public long ProductId { get; init; }
    [Personal]
    public long AccountId { get; init; }
    [Personal]
    public required string Name { get; init; }

    /// <summary>A phone number or an e-mail address.</summary>
    [Personal]
    public required string Contact { get; init; }
    [Personal]
    public required string Question { get; init; }
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>When the store said that it had answered; null while it is open.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Lead>
    {
        public void Configure(EntityTypeBuilder<Lead> lead)
        {
            lead.Property(l => l.Id).ValueGeneratedNever();
            lead.Property(l => l.Name).HasMaxLength(60);
            lead.Property(l => l.Contact).HasMaxLength(254);
            lead.Property(l => l.Question).HasMaxLength(1000);
            // Somebody asks a second time once the first is answered.
            lead.HasIndex(l => new { l.AccountId, l.ProductId }).IsUnique().HasFilter("answered_at IS NULL");
            lead.HasIndex(l => new { l.AccountId, l.Id });
            lead.HasIndex(l => new { l.StoreId, l.Id });
            lead.HasIndex(l => l.AskedAt);
        }
    }
}
