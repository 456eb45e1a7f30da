namespace Sward.Discovery.Learning.Models;

/// <summary>A model that was trained: where its file is, and how good it was. Of each kind the one that was put to use last serves.</summary>
internal sealed class TrainedModel
{
    /// <summary>A new model before the day is over when this share of what is known is new.</summary>
    private const double EnoughNew = .2;

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>Graph and vectors: what people turn to.</summary>
    public const string Taste = "taste";

    /// <summary>How likely each action is.</summary>
    public const string Heads = "heads";

    /// <summary>Graphs of goods: what is bought and looked at by the same people.</summary>
    public const string Goods = "goods";

    /// <summary>The version; newer ones are larger.</summary>
    public required long Id { get; init; }

    public required string Kind { get; init; }

    public required DateTimeOffset TrainedAt { get; init; }

    public required DateTimeOffset UsedSince { get; set; }

    /// <summary>What people had done when it was trained.</summary>
    public required int Actions { get; init; }

    public required int Notes { get; init; }

    /// <summary>Recall@20 on a tenth of the actions that a trial model did not see.</summary>
    public required double Recall { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public required string Checksum { get; init; }

    /// <summary>Whether a new one is due: it is a day old, or a fifth of what it knew is new.</summary>
    /// <param name="newActions">What people did since.</param>
    public bool IsOutdated(DateTimeOffset now, int newActions) => TrainedAt <= now - Day || newActions >= Actions * EnoughNew;

    public string BlobKey => $"models/{Id}.model";

    internal sealed class Mapping : IEntityTypeConfiguration<TrainedModel>
    {
        public void Configure(EntityTypeBuilder<TrainedModel> model)
        {
            model.Property(m => m.Id).ValueGeneratedNever();
            // What was trained before there were kinds is taste.
            model.Property(m => m.Kind).HasMaxLength(20).HasDefaultValue(Taste);
            model.Property(m => m.Checksum).HasMaxLength(64);
            model.HasIndex(m => new { m.Kind, m.UsedSince });
        }
    }
}
