namespace Sward.Mall.Reviews;

/// <summary>What a buyer says about the goods of one order line.</summary>
internal sealed class Review
{
    public long Id { get; init; }
    public long OrderLineId { get; init; }
    public long ProductId { get; init; }
    [Personal]
    public long AuthorId { get; init; }
    public int Stars { get; init; }
    [Personal]
    public required string Body { get; init; }
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    public IReadOnlyList<long> MediaIds { get; init; } = [];

    /// <summary>The note it was shared as.</summary>
    public long? NoteId { get; set; }

    /// <summary>The seller's one answer.</summary>
    public string? Answer { get; set; }
    public DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Review>
    {
        public void Configure(EntityTypeBuilder<Review> review)
        {
            review.Property(r => r.Id).ValueGeneratedNever();
            review.Property(r => r.Body).HasMaxLength(1000);
            review.Property(r => r.Answer).HasMaxLength(500);
            review.Property(r => r.Options).HasConversion(new JsonColumn<IReadOnlyDictionary<string, string>>(), JsonColumn.Comparer<IReadOnlyDictionary<string, string>>());
            review.HasIndex(r => r.OrderLineId).IsUnique();
            review.HasIndex(r => new { r.ProductId, r.Id });
        }
    }
}
