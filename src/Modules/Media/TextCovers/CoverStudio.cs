using Microsoft.Extensions.Options;
using Sward.Contracts.Media;

namespace Sward.Media;

/// <summary>Draws text covers and stores them. The words become the picture's alternative text.</summary>
internal sealed class CoverStudio(MediaDb db, MediaWorkers workers, PictureStore store, IOptions<MediaOptions> options) : IMediaStudio
{
    public async Task<long> DrawTextCoverAsync(long ownerId, string text, string design, CancellationToken ct)
    {
        if (Refuse(text, design) is { } refused)
        {
            throw new Refusal(refused, StatusCodes.Status422UnprocessableEntity);
        }

        var (mediumId, code) = await DrawAsync(ownerId, text, design, CommitAsync, ct);
        return code is null ? mediumId : throw new Refusal(code, WorkerProblems.StatusOf(code));

        async Task<long> CommitAsync(Medium medium)
        {
            await db.SaveChangesAsync(ct);
            return medium.Id;
        }
    }

    /// <summary>Why these words cannot be drawn, or null.</summary>
    public string? Refuse(string text, string design) => CoverText.Clean(text) switch
    {
        _ when !CoverDesigns.Has(design) => "media.unknown-design",
        "" => "media.cover-empty",
        var words when CoverText.Length(words) > options.Value.MaxCoverLength => "media.cover-too-long",
        _ => null,
    };

    /// <summary>Draws words that were not refused and runs <paramref name="commitAsync"/> with the new medium.</summary>
    public async Task<(T? Result, string? Code)> DrawAsync<T>(long ownerId, string text, string design, Func<Medium, Task<T>> commitAsync, CancellationToken ct)
    {
        var words = CoverText.Clean(text);
        var answer = await workers.Drawing.RunAsync(new CoverJob(words, design), ct);
        return answer.Picture is { } picture
            ? (await store.KeepAsync(picture, ownerId, CoverText.ToAlt(words), commitAsync, ct), null)
            : (default, answer.Code);
    }
}
