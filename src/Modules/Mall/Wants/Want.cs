namespace Sward.Mall.Wants;

/// <summary>What a want waits for on the shelf.</summary>
internal enum StockWatch
{
    /// <summary>At the last look it could be bought; only when it is gone there is a coming back.</summary>
    There,

    /// <summary>At the last look it could not be bought.</summary>
    Gone,

    /// <summary>It came back, and the person was told.</summary>
    Told,
}

/// <summary>
/// Somebody wants a variant and is told once when it is back, once when it is cheaper and once when a sale of it begins. The marks of what was told are in the same row, so that telling is one
/// conditional update. A want ends when the variant was bought or the want taken back; wanted anew, it begins anew.
/// </summary>
internal sealed class Want
{
    public long Id { get; init; }
    [Personal]
    public long AccountId { get; init; }
    public long SkuId { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>The public price at that time, in the store's currency.</summary>
    public long PriceMinor { get; init; }
    public StockWatch Stock { get; init; }
    public bool IsPriceTold { get; init; }
    public bool IsSaleTold { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Want>
    {
        public void Configure(EntityTypeBuilder<Want> want)
        {
            want.Property(w => w.Id).ValueGeneratedNever();
            want.Property(w => w.Stock).HasConversion<string>().HasMaxLength(10);
            want.HasIndex(w => new { w.AccountId, w.SkuId }).IsUnique();
            want.HasIndex(w => new { w.AccountId, w.Id });
            // For the job, which goes through those that wait for the same in the order of their ids.
            want.HasIndex(w => new { w.Stock, w.Id });
        }
    }
}
