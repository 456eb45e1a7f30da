namespace Sward.Discovery.Learning.Models;

/// <summary>A model that was trained: where its file is, and how good it was. The one that was put to use last serves.</summary>
internal sealed class TrainedModel
{
    /// <summary>The version; newer ones are larger.</summary>
    public required long Id { get; init; }

    public required DateTimeOffset TrainedAt { get; init; }

    public required DateTimeOffset UsedSince { get; set; }

    /// <summary>What people had done when it was trained.</summary>
    public required int Actions { get; init; }

    public required int Notes { get; init; }

    /// <summary>Recall@20 on a tenth of the actions that a trial model did not see.</summary>
    public required double Recall { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public required string Checksum { get; init; }

    public string BlobKey => $"models/{Id}.model";

    internal sealed class Mapping : IEntityTypeConfiguration<TrainedModel>
    {
        public void Configure(EntityTypeBuilder<TrainedModel> model)
        {
            model.Property(m => m.Id).ValueGeneratedNever();
            model.Property(m => m.Checksum).HasMaxLength(64);
            model.HasIndex(m => m.UsedSince);
        }
    }
}
