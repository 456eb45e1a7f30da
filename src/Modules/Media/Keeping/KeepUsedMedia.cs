using Sward.Contracts.Media;

namespace Sward.Media;

/// <summary>Remembers what shows which media, and to whom. A use's list replaces what it claimed before; media that fewer people may see get a new address.</summary>
internal sealed class KeepUsedMedia(MediaDb db, MediaCards cards) : IHandle<MediaUsed>
{
    public async Task HandleAsync(MediaUsed fact, CancellationToken ct)
    {
        var before = await db.Claims.AsNoTracking().Where(c => c.Use == fact.Use).ToListAsync(ct);
        await db.Claims.Where(c => c.Use == fact.Use).ExecuteDeleteAsync(ct);
        db.Claims.AddRange(fact.MediaIds.Distinct().Select(id => new MediumClaim(fact.Use, id, fact.IsPublic, fact.NoteId)));
        await db.SaveChangesAsync(ct);

        long[] released = [.. before.Select(c => c.MediumId).Except(fact.MediaIds)];
        await db.Media.Where(m => fact.MediaIds.Contains(m.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.UnclaimedSince, (DateTimeOffset?)null), ct);
        await db.Media.Where(m => released.Contains(m.Id) && !db.Claims.Any(c => c.MediumId == m.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.UnclaimedSince, fact.At), ct);
        await MoveAsync([.. before.Where(c => c.IsShown && (released.Contains(c.MediumId) || (c.IsPublic && !fact.IsPublic))).Select(c => c.MediumId)], ct);
    }

    /// <summary>The old address answers 404 at once, wherever it was copied to. What is public elsewhere keeps it.</summary>
    private async Task MoveAsync(long[] mediaIds, CancellationToken ct)
    {
        foreach (var medium in await db.Media.Where(m => mediaIds.Contains(m.Id) && !db.Claims.Any(c => c.MediumId == m.Id && c.IsPublic)).ToListAsync(ct))
        {
            medium.Token = Medium.NewToken();
            db.Announce(new MediumChanged(medium.Id));
            db.AfterCommit(() => cards.Forget(medium.Id));
        }
    }
}
