using Microsoft.Extensions.Options;
using Sward.Contracts.Media;

namespace Sward.Media;

/// <summary>Turns an upload into a stored picture: what forms and finished resumable uploads have in common.</summary>
internal sealed class TakePicture(MediaDb db, MediaWorkers workers, PictureStore store, IOptions<MediaOptions> options) : IPictureUploads
{
    public async Task<long> TakeAsync(long ownerId, Stream upload, CancellationToken ct)
    {
        if (upload.Length > options.Value.MaxUploadBytes)
        {
            throw new Refusal("media.too-large", StatusCodes.Status413PayloadTooLarge, options.Value.MaxUploadMegabytes);
        }

        var (mediumId, code) = await RunAsync(upload, ownerId, alt: null, CommitAsync, ct);
        return code is null ? mediumId : throw new Refusal(code, WorkerProblems.StatusOf(code));

        async Task<long> CommitAsync(Medium medium)
        {
            await db.SaveChangesAsync(ct);
            return medium.Id;
        }
    }

    /// <summary>Runs <paramref name="commitAsync"/> with the new medium, or answers the code of the problem.</summary>
    public async Task<(T? Result, string? Code)> RunAsync<T>(
        Stream upload, long ownerId, string? alt, Func<Medium, Task<T>> commitAsync, CancellationToken ct)
    {
        if (upload.Length == 0)
        {
            return (default, "media.empty-file");
        }

        var answer = await workers.Uploads.RunAsync(new PictureJob(options.Value.MaxPixels), upload, ct);
        return answer.Picture is { } picture
            ? (await store.KeepAsync(picture, ownerId, alt, commitAsync, ct), null)
            : (default, answer.Code);
    }
}
