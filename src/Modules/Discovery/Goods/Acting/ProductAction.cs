namespace Sward.Discovery.Goods.Acting;

/// <summary>What somebody did with a product, a row for the two: what goods are picked by, and what is learned from.</summary>
internal sealed class ProductAction
{
    private const float ViewWeight = 1;
    private const float CartWeight = 2;
    private const float BuyWeight = 3;

    [Personal]
    public required long AccountId { get; init; }

    public required long ProductId { get; init; }

    /// <summary>They opened its page.</summary>
    public bool Viewed { get; set; }

    /// <summary>They put it into their cart, and did not take it out again.</summary>
    public bool InCart { get; set; }

    /// <summary>When they last paid for it; null as long as they did not, and when all of it was refunded.</summary>
    public DateTimeOffset? BoughtAt { get; set; }

    /// <summary>Orders in which they paid for it and that were not wholly refunded.</summary>
    public int Orders { get; set; }

    /// <summary>When they last did something with it.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>What they did that says most; a visit counts 1.</summary>
    public float Weight => BoughtAt is not null ? BuyWeight : InCart ? CartWeight : Viewed ? ViewWeight : 0;

    internal sealed class Mapping : IEntityTypeConfiguration<ProductAction>
    {
        public void Configure(EntityTypeBuilder<ProductAction> action)
        {
            action.HasKey(a => new { a.AccountId, a.ProductId });
            // The last of a person, and all of them in order of time.
            action.HasIndex(a => new { a.AccountId, a.At });
            action.HasIndex(a => a.At);
        }
    }
}
