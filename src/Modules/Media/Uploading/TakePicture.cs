using Microsoft.Extensions.Options;

namespace Sward.Media;

/// <summary>Turns an upload into a stored picture: what a form and a finished resumable upload have in common.</summary>
internal sealed class TakePicture(MediaWorkers workers, PictureStore store, IOptions<MediaOptions> options)
{
    /// <summary>Runs <paramref name="commitAsync"/> with the new medium, or answers the code of the problem.</summary>
    public async Task<(Created<T>? Created, string? Code)> RunAsync<T>(
        Stream upload, long ownerId, string? alt, Func<Medium, Task<Created<T>>> commitAsync, CancellationToken ct)
    {
        if (upload.Length == 0)
        {
            return (null, "media.empty-file");
        }

        var answer = await workers.Uploads.RunAsync(new PictureJob(options.Value.MaxPixels), upload, ct);
        return answer.Picture is { } picture
            ? (await store.KeepAsync(picture, ownerId, alt, commitAsync, ct), null)
            : (null, answer.Code);
    }
}
