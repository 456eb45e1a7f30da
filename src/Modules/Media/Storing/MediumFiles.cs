using System.Security.Cryptography;

namespace Sward.Media;

/// <summary>The files of media in the blob store: <c>media/TOKEN/640.webp</c>.</summary>
internal sealed class MediumFiles(IBlobs blobs)
{
    public static string NewToken() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    public static string KeyOf(string token, string file) => $"media/{token}/{file}";

    public async Task WriteAsync(string token, Picture picture, CancellationToken ct)
    {
        foreach (var rendition in picture.Renditions)
        {
            await blobs.WriteAsync(KeyOf(token, rendition.FileName), rendition.Bytes, ct);
        }
    }

    public async Task CopyAsync(string from, string to, CancellationToken ct)
    {
        await foreach (var key in blobs.ListAsync($"media/{from}/", ct))
        {
            await using var file = await blobs.OpenReadAsync(key, ct) ?? throw new InvalidOperationException($"{key} is gone.");
            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes, ct);
            await blobs.WriteAsync(KeyOf(to, key[(key.LastIndexOf('/') + 1)..]), bytes, ct);
        }
    }

    public async Task DeleteAsync(string token, CancellationToken ct)
    {
        await foreach (var key in blobs.ListAsync($"media/{token}/", ct))
        {
            await blobs.DeleteAsync(key, ct);
        }
    }
}
