using Sward.Mall.Checkout;

namespace Sward.Mall.PreSales;

/// <summary>What a buyer is told about the rest of a pre-sale.</summary>
internal enum RestNews
{
    /// <summary>It can be paid now.</summary>
    Open,

    /// <summary>In a day it is too late.</summary>
    Closing,
}

/// <summary>A buyer was told about the rest of a purchase. The key makes it once, however often and on however many nodes the job runs.</summary>
internal sealed class RestNotice
{
    public long PurchaseId { get; init; }
    public RestNews News { get; init; }
    public DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RestNotice>
    {
        public void Configure(EntityTypeBuilder<RestNotice> notice)
        {
            notice.HasKey(n => new { n.PurchaseId, n.News });
            notice.Property(n => n.News).HasConversion<string>().HasMaxLength(10);
            notice.HasOne<Purchase>().WithMany().HasForeignKey(n => n.PurchaseId);
        }
    }
}
