using System.ComponentModel.DataAnnotations;

namespace Sward.Media;

/// <summary>Settings of the section <c>Media</c>.</summary>
internal sealed class MediaOptions
{
    /// <summary>The largest upload; larger ones are refused with 413.</summary>
    [Range(1, 500)]
    public int MaxUploadMegabytes { get; init; } = 50;

    /// <summary>The largest picture by its header, in millions of pixels.</summary>
    [Range(1, 500)]
    public int MaxMegapixels { get; init; } = 50;

    /// <summary>How many worker processes make pictures at once; as many again draw covers.</summary>
    [Range(1, 64)]
    public int Workers { get; init; } = 2;

    /// <summary>How many jobs may wait for a worker before the next is refused with 503.</summary>
    [Range(0, 1000)]
    public int QueueLength { get; init; } = 32;

    /// <summary>After how many jobs a worker is replaced.</summary>
    [Range(1, 100_000)]
    public int JobsPerWorker { get; init; } = 200;

    [Range(256, 16_384)]
    public int WorkerMemoryMegabytes { get; init; } = 1024;

    [Range(1, 600)]
    public int WorkerCpuSeconds { get; init; } = 20;

    [Range(1, 600)]
    public int WorkerWallClockSeconds { get; init; } = 40;

    /// <summary>The longest text of a cover, in characters as people count them.</summary>
    [Range(10, 1000)]
    public int MaxCoverLength { get; init; } = 200;

    /// <summary>How many resumable uploads one account may have open.</summary>
    [Range(1, 1000)]
    public int OpenUploads { get; init; } = 20;

    /// <summary>How long a medium may stay without a use, and an upload without an end.</summary>
    [Range(1, 720)]
    public int OrphanHours { get; init; } = 24;

    /// <summary>How long the files of a deleted medium stay, so that a backup of the database finds them.</summary>
    [Range(0, 365)]
    public int BlobRetentionDays { get; init; } = 7;

    public long MaxUploadBytes => MaxUploadMegabytes * 1024L * 1024;

    public long MaxPixels => MaxMegapixels * 1_000_000L;

    public WorkerLimits WorkerLimits => new(WorkerMemoryMegabytes, WorkerCpuSeconds);
}
