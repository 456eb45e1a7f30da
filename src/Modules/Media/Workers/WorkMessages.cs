using System.Text.Json.Serialization;

namespace Sward.Media;

/// <summary>What a worker is asked to do. An upload's bytes follow as a frame of their own.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "work")]
[JsonDerivedType(typeof(PictureJob), "picture")]
[JsonDerivedType(typeof(StillLifeJob), "still-life")]
[JsonDerivedType(typeof(CoverJob), "cover")]
[JsonDerivedType(typeof(CoverPreviewJob), "cover-preview")]
[JsonDerivedType(typeof(ShareCardJob), "share-card")]
internal abstract record WorkerJob;

/// <summary>Make a picture of the upload that follows.</summary>
internal sealed record PictureJob(long MaxPixels) : WorkerJob;

/// <summary>Make a picture of an SVG that we drew.</summary>
internal sealed record StillLifeJob(string Svg) : WorkerJob;

/// <summary>Draw a text cover and make a picture of it.</summary>
internal sealed record CoverJob(string Text, string Design) : WorkerJob;

/// <summary>Draw a small text cover to look at.</summary>
internal sealed record CoverPreviewJob(string Text, string Design, int Width) : WorkerJob;

/// <summary>Draw a share card with the cover that follows, which is a file that we encoded.</summary>
/// <param name="CoverHeight">Pixels of the card that the cover fills.</param>
/// <param name="CodePath">The QR code as an SVG path, <paramref name="CodeModules"/> units square.</param>
internal sealed record ShareCardJob(string Title, string Byline, string Hint, int CoverHeight, string CodePath, int CodeModules) : WorkerJob;

/// <summary>What became of a job: a picture to store, a drawing to look at, or the code of the problem.</summary>
internal sealed record WorkerAnswer(Picture? Picture = null, byte[]? Drawing = null, string? Code = null)
{
    public static WorkerAnswer Refused(string code) => new(Code: code);
}

/// <summary>Serialisers made at compile time: a worker starts for little work and must not warm up reflection.</summary>
[JsonSerializable(typeof(WorkerJob))]
[JsonSerializable(typeof(WorkerAnswer))]
internal sealed partial class WorkerJson : JsonSerializerContext;
