namespace Sward.Media;

/// <summary>The files of media in the blob store: <c>media/ID/640.webp</c>. Nobody reads them past the check of <see cref="ServeFile"/>.</summary>
internal sealed class MediumFiles(IBlobs blobs)
{
    public static string KeyOf(long mediumId, string file) => $"media/{mediumId}/{file}";

    public async Task WriteAsync(long mediumId, Picture picture, CancellationToken ct)
    {
        foreach (var rendition in picture.Renditions)
        {
            await blobs.WriteAsync(KeyOf(mediumId, rendition.FileName), rendition.Bytes, ct);
        }
    }

    public async Task DeleteAsync(long mediumId, CancellationToken ct)
    {
        await foreach (var key in blobs.ListAsync(KeyOf(mediumId, ""), ct))
        {
            await blobs.DeleteAsync(key, ct);
        }
    }
}
