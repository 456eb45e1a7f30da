using Microsoft.Extensions.Options;

namespace Sward.Media;

/// <summary>Deletes media that nothing has used for a day and uploads that nobody finished. Their files follow a week later.</summary>
internal sealed class DeleteOrphans(MediaDb db, UploadParts parts, MediaCards cards, IOptions<MediaOptions> options, TimeProvider clock) : IClockJob
{
    public const string Name = "media.delete-orphans";

    private const int Batch = 200;

    public async Task RunAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow().AddHours(-options.Value.OrphanHours);
        var orphans = await db.Media.AsNoTracking()
            .Where(m => m.UnclaimedSince < before).OrderBy(m => m.UnclaimedSince).Take(Batch)
            .Select(m => m.Id)
            .ToListAsync(ct);
        foreach (var mediumId in orphans)
        {
            await DeleteAsync(mediumId, before, ct);
        }

        var abandoned = await db.UploadSessions.AsNoTracking().Where(u => u.CreatedAt < before).OrderBy(u => u.CreatedAt).Take(Batch).Select(u => u.Id).ToListAsync(ct);
        foreach (var uploadId in abandoned)
        {
            await parts.DeleteSessionAsync(uploadId, ct);
        }
    }

    private async Task DeleteAsync(long mediumId, DateTimeOffset before, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Asked again in the deleting statement: it may have found a use since the list was read.
        if (await db.Media.Where(m => m.Id == mediumId && m.UnclaimedSince < before).ExecuteDeleteAsync(ct) == 1)
        {
            db.Announce(new MediumChanged(mediumId));
            await db.SaveChangesAsync(ct);
            await db.InsertOnceAsync(new DoomedFolder { MediumId = mediumId, DueAt = clock.GetUtcNow().AddDays(options.Value.BlobRetentionDays) }, ct);
        }

        await transaction.CommitAsync(ct);
        cards.Forget(mediumId);
    }
}
