using Microsoft.Extensions.Caching.Memory;

namespace Sward.Media;

/// <summary>
/// Gives media a new address when fewer people may see them from now on: the old one answers 404 at once, wherever it was copied to.
/// </summary>
internal sealed class TokenRotation(MediaDb db, MediumFiles files, IMemoryCache cache, TimeProvider clock)
{
    public async Task RotateAsync(long mediumId, CancellationToken ct)
    {
        var medium = await db.Media.SingleAsync(m => m.Id == mediumId, ct);
        var (before, after) = (medium.Token, MediumFiles.NewToken());
        await files.CopyAsync(before, after, ct);
        medium.Token = after;
        db.DoomedFolders.Add(new DoomedFolder { Token = before, DueAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(ct);
        cache.ForgetCard(mediumId);
    }
}
