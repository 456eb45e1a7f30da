namespace Sward.Discovery.Portrait;

/// <summary>What a person said about one interest.</summary>
internal sealed class InterestWish
{
    [Personal]
    public required long AccountId { get; init; }

    public required InterestKind Kind { get; init; }

    public required string Name { get; init; }

    public required InterestTurn Turn { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<InterestWish>
    {
        public void Configure(EntityTypeBuilder<InterestWish> wish)
        {
            wish.HasKey(w => new { w.AccountId, w.Kind, w.Name });
            wish.Property(w => w.Kind).HasConversion<string>().HasMaxLength(20);
            wish.Property(w => w.Turn).HasConversion<string>().HasMaxLength(20);
            wish.Property(w => w.Name).HasMaxLength(100);
        }
    }
}
