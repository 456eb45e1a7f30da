using Sward.Contracts.Media;

namespace Sward.Media;

/// <summary>Remembers what shows which media. A use's list replaces what it claimed before.</summary>
internal sealed class KeepUsedMedia(MediaDb db) : IHandle<MediaUsed>
{
    public async Task HandleAsync(MediaUsed fact, CancellationToken ct)
    {
        var before = await db.Claims.Where(c => c.Use == fact.Use).ToListAsync(ct);
        var released = before.ConvertAll(c => c.MediumId).Except(fact.MediaIds).ToList();
        var added = fact.MediaIds.Except(before.ConvertAll(c => c.MediumId)).ToList();

        db.Claims.RemoveRange(before.Where(c => released.Contains(c.MediumId)));
        db.Claims.AddRange(added.ConvertAll(id => new MediumClaim(fact.Use, id)));
        await db.SaveChangesAsync(ct);

        await db.Media.Where(m => added.Contains(m.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.UnclaimedSince, (DateTimeOffset?)null), ct);
        await db.Media.Where(m => released.Contains(m.Id) && !db.Claims.Any(c => c.MediumId == m.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.UnclaimedSince, fact.At), ct);
    }
}
