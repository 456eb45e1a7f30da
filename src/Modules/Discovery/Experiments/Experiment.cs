namespace Sward.Discovery.Experiments;

/// <summary>A question put to a share of the people: each of its arms tunes ranking in another way, the first one leaves it as it is.</summary>
internal sealed class Experiment
{
    /// <summary>A layer is divided into so many parts, each with the same number of people as far as chance allows.</summary>
    public const int Buckets = 1_000;

    public required long Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Experiments of one layer share no people; those of different layers meet each other's people evenly.</summary>
    public required string Layer { get; init; }

    /// <summary>Mixed into the choice of an arm, so that the same people do not stand together again in the next experiment.</summary>
    public required string Salt { get; init; }

    /// <summary>The first of its buckets in the layer.</summary>
    public required int FirstBucket { get; init; }

    public required int BucketCount { get; init; }

    /// <summary>The kill switch: off, everybody is served as if it were not there, within seconds.</summary>
    public bool IsOn { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was first switched on; what people did before is what they are compared with.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When its people were given back to the layer.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public required IReadOnlyList<Arm> Arms { get; init; }

    /// <summary>planned, on, off or ended.</summary>
    public string State => EndedAt is not null ? "ended" : IsOn ? "on" : StartedAt is null ? "planned" : "off";

    internal sealed class Mapping : IEntityTypeConfiguration<Experiment>
    {
        public void Configure(EntityTypeBuilder<Experiment> experiment)
        {
            experiment.Ignore(e => e.State);
            experiment.Property(e => e.Id).ValueGeneratedNever();
            experiment.Property(e => e.Name).HasMaxLength(60);
            experiment.Property(e => e.Layer).HasMaxLength(40);
            experiment.Property(e => e.Salt).HasMaxLength(40);
            // Arms never change once people have met them, so the same list is the same arms.
            experiment.Property(e => e.Arms).HasConversion(new JsonColumn<IReadOnlyList<Arm>>(), JsonColumn.Comparer<IReadOnlyList<Arm>>());
            experiment.HasIndex(e => e.Name).IsUnique();
            experiment.HasIndex(e => new { e.Layer, e.FirstBucket }).IsUnique().HasFilter("ended_at IS NULL");
        }
    }
}

/// <summary>One way of an experiment.</summary>
internal sealed record Arm(string Name, Tuning Tuning);

/// <summary>Who met which arm first, and when: people are compared by it, whatever they are served later.</summary>
internal sealed class Exposure
{
    public required long ExperimentId { get; init; }

    [Personal]
    public required long AccountId { get; init; }

    public required string Arm { get; init; }

    public required DateTimeOffset FirstAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Exposure>
    {
        public void Configure(EntityTypeBuilder<Exposure> exposure)
        {
            exposure.HasKey(e => new { e.ExperimentId, e.AccountId });
            exposure.Property(e => e.Arm).HasMaxLength(40);
        }
    }
}

/// <summary>What an operator did with an experiment: planned, on, off, ended. Never changed or deleted.</summary>
internal sealed class ExperimentChange
{
    public required long Id { get; init; }

    public required long ExperimentId { get; init; }

    [Personal]
    public required long OperatorId { get; init; }

    public required string What { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ExperimentChange>
    {
        public void Configure(EntityTypeBuilder<ExperimentChange> change)
        {
            change.Property(c => c.Id).ValueGeneratedNever();
            change.Property(c => c.What).HasMaxLength(20);
            change.HasIndex(c => new { c.ExperimentId, c.Id });
        }
    }
}
