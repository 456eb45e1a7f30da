namespace Sward.Safety;

/// <summary>Somebody says that something is wrong with something. One person has at most one open report about one thing.</summary>
internal sealed class Report
{
    public required long Id { get; init; }

    [Personal]
    public required long ReporterId { get; init; }

    /// <summary>note, comment, account, product or store.</summary>
    public required string TargetKind { get; init; }

    public required long TargetId { get; init; }

    public required string Reason { get; init; }

    [Personal]
    public string? Text { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When somebody decided on it; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Report>
    {
        public void Configure(EntityTypeBuilder<Report> report)
        {
            report.Property(r => r.Id).ValueGeneratedNever();
            report.Property(r => r.TargetKind).HasMaxLength(20);
            report.Property(r => r.Reason).HasMaxLength(20);
            report.Property(r => r.Text).HasMaxLength(1_000);
            report.HasIndex(r => new { r.ReporterId, r.TargetKind, r.TargetId }).IsUnique().HasFilter("closed_at IS NULL");
            report.HasIndex(r => new { r.TargetKind, r.TargetId });
            report.HasIndex(r => r.Id).IsDescending().HasFilter("closed_at IS NULL").HasDatabaseName("ix_safety_report_open");
        }
    }
}
