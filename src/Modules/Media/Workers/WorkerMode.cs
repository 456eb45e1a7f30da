namespace Sward.Media;

/// <summary>What a worker may load for its whole life. The two never mix in one process.</summary>
internal enum WorkerMode
{
    /// <summary>Pictures of strangers: raster formats only.</summary>
    Uploads,

    /// <summary>Covers, still lifes and share cards: SVG that we wrote and WebP that we encoded ourselves, and nothing else.</summary>
    Drawing,
}
