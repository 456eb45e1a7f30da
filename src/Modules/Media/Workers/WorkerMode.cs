namespace Sward.Media;

/// <summary>What a worker may load for its whole life. The two never mix in one process.</summary>
internal enum WorkerMode
{
    /// <summary>Pictures of strangers: raster formats only.</summary>
    Uploads,

    /// <summary>Covers and still lifes: SVG that we wrote ourselves, and nothing else.</summary>
    Drawing,
}
