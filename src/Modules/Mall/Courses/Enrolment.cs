using Sward.Mall.Orders;

namespace Sward.Mall.Courses;

/// <summary>A course that somebody has paid for, until it is given back.</summary>
internal sealed class Enrolment
{
    /// <summary>The order's line that it was bought by.</summary>
    public long LineId { get; init; }
    public long OrderId { get; init; }
    public long ProductId { get; init; }
    [Personal]
    public long BuyerId { get; init; }
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Lessons that were to be paid for when it was; what is added later makes no difference to what may be given back. 0 for a second payment, which went back by itself.</summary>
    public int Lessons { get; init; }

    /// <summary>How many lessons were opened since, samples left out.</summary>
    public int Opened { get; init; }

    /// <summary>When it was given back; null while it is the buyer's.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Enrolment>
    {
        public void Configure(EntityTypeBuilder<Enrolment> enrolment)
        {
            enrolment.HasKey(e => e.LineId);
            enrolment.Property(e => e.LineId).ValueGeneratedNever();
            enrolment.HasOne<Order>().WithMany().HasForeignKey(e => e.OrderId).OnDelete(DeleteBehavior.Restrict);
            // Nobody has a course twice, whatever they pay for at once.
            enrolment.HasIndex(e => new { e.BuyerId, e.ProductId }).IsUnique().HasFilter("ended_at IS NULL");
            enrolment.HasIndex(e => new { e.BuyerId, e.LineId });
            enrolment.HasIndex(e => e.ProductId);
        }
    }
}

/// <summary>A lesson that a buyer has opened: what is left to read follows from it, and what may be given back.</summary>
internal sealed class LessonOpening
{
    [Personal]
    public long LineId { get; init; }
    public long LessonId { get; init; }

    /// <summary>It was a sample then, which counts for nothing.</summary>
    public bool IsFree { get; init; }
    public DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<LessonOpening>
    {
        public void Configure(EntityTypeBuilder<LessonOpening> opening)
        {
            opening.HasKey(o => new { o.LineId, o.LessonId });
            opening.HasOne<Enrolment>().WithMany().HasForeignKey(o => o.LineId);
            opening.HasOne<Lesson>().WithMany().HasForeignKey(o => o.LessonId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
