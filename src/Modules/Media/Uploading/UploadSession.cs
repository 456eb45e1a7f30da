namespace Sward.Media;

/// <summary>A large file on its way, part by part.</summary>
internal sealed class UploadSession
{
    public long Id { get; init; }

    [Personal]
    public long OwnerId { get; init; }

    /// <summary>Length of the whole file in bytes, announced at the start.</summary>
    public long Size { get; init; }

    /// <summary>How many bytes have arrived; the next part begins here.</summary>
    public long Offset { get; set; }

    [Personal]
    public string? Alt { get; init; }

    /// <summary>It became a medium; what is left of it is on its way out.</summary>
    public bool IsFinished { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<UploadSession>
    {
        public void Configure(EntityTypeBuilder<UploadSession> builder)
        {
            builder.Property(u => u.Id).ValueGeneratedNever();
            builder.Property(u => u.Alt).HasMaxLength(Medium.AltLength);
            builder.HasIndex(u => u.OwnerId);
            builder.HasIndex(u => u.CreatedAt);
        }
    }
}

/// <summary>Bytes of an upload that are stored already. Any node may have taken them, so they are a blob.</summary>
internal sealed class UploadPart
{
    public long UploadId { get; init; }

    public long Offset { get; init; }

    public required string BlobKey { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<UploadPart>
    {
        public void Configure(EntityTypeBuilder<UploadPart> builder)
        {
            builder.HasKey(p => new { p.UploadId, p.Offset });
            builder.Property(p => p.BlobKey).HasMaxLength(100);
        }
    }
}
