using System.Globalization;
using Sward.Contracts.Accounts;
using Sward.Discovery.Hiding;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Pools;

/// <summary>What people did with notes, a deed for each person. Authors do not count for their own notes, nor does who followed the author before.</summary>
internal sealed class ReadDeeds(DiscoveryDb db, NoteShelves shelves, ICircles circles)
{
    /// <summary>By note; what was taken back is in none.</summary>
    public async Task<ILookup<long, Deed>> OfAsync(IReadOnlyList<long> noteIds, CancellationToken ct)
    {
        var targets = noteIds.Select(id => id.ToString(CultureInfo.InvariantCulture)).ToList();
        var actions = await db.Actions.AsNoTracking().Where(a => noteIds.Contains(a.NoteId)).ToListAsync(ct);
        var follows = await db.WonFollows.AsNoTracking().Where(f => f.NoteId != null && noteIds.Contains(f.NoteId.Value)).Select(f => new { NoteId = f.NoteId!.Value, AccountId = f.FollowerId }).ToListAsync(ct);
        var hides = await db.Hides.AsNoTracking().Where(h => h.Kind == HideKind.Note && targets.Contains(h.Target)).ToListAsync(ct);

        var deeds = actions.ToDictionary(
            a => (a.NoteId, a.AccountId), a => new Deed(a.Liked, a.Collected, a.Commented, a.Shared, Bounced: a.Bounces > 0));
        foreach (var follow in follows)
        {
            var key = (follow.NoteId, follow.AccountId);
            deeds[key] = deeds.GetValueOrDefault(key) with { Followed = true };
        }

        foreach (var hide in hides)
        {
            var key = (long.Parse(hide.Target, CultureInfo.InvariantCulture), hide.AccountId);
            deeds[key] = deeds.GetValueOrDefault(key) with { Hid = !hide.IsReport, Reported = hide.IsReport };
        }

        var counted = (
            from did in deeds
            let note = shelves.Find(did.Key.NoteId)
            where did.Value.Weight != 0 && note is not null && note.AuthorId != did.Key.AccountId
            select (Note: note, did.Key.AccountId, Deed: did.Value)).ToList();
        var followers = await circles.FollowersAmongAsync([.. counted.Where(did => !did.Deed.Followed).Select(did => (did.AccountId, did.Note.AuthorId))], ct);
        return counted.Where(did => did.Deed.Followed || !followers.Contains((did.AccountId, did.Note.AuthorId))).ToLookup(did => did.Note.Id, did => did.Deed);
    }
}
