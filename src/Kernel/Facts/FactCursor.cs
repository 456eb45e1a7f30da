using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sward.Kernel;

/// <summary>How far one subscriber has read, and which process reads for it now.</summary>
internal sealed class FactCursor
{
    public required string Subscriber { get; init; }

    public long Transaction { get; set; }

    public long Position { get; set; }

    public Guid Holder { get; set; }

    public DateTimeOffset LeaseUntil { get; set; }

    public FactPosition At => new(Transaction, Position);

    internal sealed class Mapping : IEntityTypeConfiguration<FactCursor>
    {
        public void Configure(EntityTypeBuilder<FactCursor> builder)
        {
            builder.ToTable("kernel_cursor");
            builder.HasKey(c => c.Subscriber);
            builder.Property(c => c.Subscriber).HasMaxLength(80);
            builder.Ignore(c => c.At);
        }
    }
}

/// <summary>A fact whose subscriber threw: retried alone with back-off, dead after twelve tries and then left to operators (docs/operations.md).</summary>
internal sealed class ParkedFact
{
    public required string Subscriber { get; init; }

    public long Transaction { get; init; }

    public long Position { get; init; }

    public required string Name { get; init; }

    [Personal]
    public required string Payload { get; init; }

    public DateTimeOffset At { get; init; }

    public int Attempts { get; set; }

    [Personal]
    public required string Error { get; set; }

    public DateTimeOffset DueAt { get; set; }

    public bool Dead { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ParkedFact>
    {
        public void Configure(EntityTypeBuilder<ParkedFact> builder)
        {
            builder.ToTable("kernel_parked");
            builder.HasKey(p => new { p.Subscriber, p.Transaction, p.Position });
            builder.Property(p => p.Subscriber).HasMaxLength(80);
            builder.Property(p => p.Name).HasMaxLength(80);
            builder.HasIndex(p => p.DueAt).HasFilter("NOT dead");
        }
    }
}
