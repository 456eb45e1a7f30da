namespace Sward.Search;

/// <summary>What one person searched for, once for each query, newest last asked first. Theirs alone: they can erase it.</summary>
internal sealed class PastQuery
{
    public required long Id { get; init; }

    [Personal]
    public required long AccountId { get; init; }

    /// <summary>The query's normal form.</summary>
    [Personal]
    public required string Key { get; init; }

    /// <summary>As the person wrote it last.</summary>
    [Personal]
    public required string Text { get; set; }

    public required DateTimeOffset At { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<PastQuery>
    {
        public void Configure(EntityTypeBuilder<PastQuery> builder)
        {
            builder.Property(q => q.Id).ValueGeneratedNever();
            builder.HasIndex(q => new { q.AccountId, q.Key }).IsUnique();
            builder.HasIndex(q => new { q.AccountId, q.At });
        }
    }
}
