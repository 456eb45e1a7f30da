using Sward.Discovery.Portrait;
using Sward.Discovery.Signals;

namespace Sward.Discovery.Filters;

/// <summary>Remembers in the transaction of the roll-up what people were shown. Nothing of visitors and the nameless.</summary>
internal sealed class KeepSeenCards(DiscoveryDb db, PersonalisationOfPeople people)
{
    public async Task FoldAsync(IReadOnlyList<Signal> readings, CancellationToken ct)
    {
        var shown = readings.Where(reading => reading is { Type: "impression", AccountId: > 0 }).ToLookup(seen => seen.AccountId, seen => seen.TargetId);
        if (shown.Count == 0)
        {
            return;
        }

        var accountIds = shown.Select(person => person.Key).ToList();
        var known = await db.SeenCards.Where(s => accountIds.Contains(s.AccountId)).ToDictionaryAsync(s => s.AccountId, ct);
        foreach (var person in shown)
        {
            if (!known.TryGetValue(person.Key, out var seen))
            {
                // Feeds find all that is known of a person beside this row.
                await db.InsertOnceAsync(new PersonalisationSetting { AccountId = person.Key }, ct);
                seen = db.SeenCards.Add(new SeenCards { AccountId = person.Key }).Entity;
            }

            foreach (var noteId in person)
            {
                seen.Add(noteId);
            }
        }

        // The next feeds of these people read it.
        db.AfterCommit(() => accountIds.ForEach(people.Forget));
    }
}
