using System.Collections.Frozen;
using Sward.Discovery.Signals;

namespace Sward.Discovery.Filters;

/// <summary>
/// Which notes people were shown in the last minutes, exactly, until the roll-up has written it to their <see cref="SeenCards"/>: whoever goes back to the first page finds a new one at once.
/// Of this node and in memory only. Two generations take turns, so that what is old falls away together.
/// </summary>
internal sealed class RecentlySeen(TimeProvider clock)
{
    /// <summary>Far more than the roll-up needs to come round.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(2);

    /// <summary>Cards in one generation: some ten megabytes. A flood makes generations shorter.</summary>
    private const int Most = 200_000;

    private readonly Lock changing = new();
    private Dictionary<long, HashSet<long>> younger = [];
    private Dictionary<long, HashSet<long>> older = [];
    private int count;
    private DateTimeOffset turned = clock.GetUtcNow();

    /// <summary>Adds the impressions among some signals of people with a name.</summary>
    public void Add(IReadOnlyList<Signal> signals)
    {
        lock (changing)
        {
            foreach (var signal in signals)
            {
                if (signal is { Type: "impression", TargetKind: "note", AccountId: > 0 })
                {
                    Add(signal.AccountId, signal.TargetId);
                }
            }
        }
    }

    public IReadOnlySet<long> Of(long accountId)
    {
        lock (changing)
        {
            TurnWhenDue();
            var (newer, before) = (younger.GetValueOrDefault(accountId), older.GetValueOrDefault(accountId));
            return newer is null && before is null ? FrozenSet<long>.Empty : new HashSet<long>([.. newer ?? [], .. before ?? []]);
        }
    }

    /// <summary>Somebody wants nothing remembered.</summary>
    public void Forget(long accountId)
    {
        lock (changing)
        {
            younger.Remove(accountId);
            older.Remove(accountId);
        }
    }

    private void Add(long accountId, long noteId)
    {
        TurnWhenDue();
        if (!younger.TryGetValue(accountId, out var cards))
        {
            younger[accountId] = cards = [];
        }

        count += cards.Add(noteId) ? 1 : 0;
    }

    private void TurnWhenDue()
    {
        var now = clock.GetUtcNow();
        if (now - turned >= Turn || count >= Most)
        {
            // What nobody added to for so long has nothing to hand on either.
            older = now - turned >= 2 * Turn ? [] : younger;
            (younger, count, turned) = ([], 0, now);
        }
    }
}

/// <summary>What a reader was shown of late: what was written down of it, and what came since.</summary>
internal sealed record SeenOfReader(SeenCards? Cards, IReadOnlySet<long> Recent)
{
    public bool Has(long noteId) => Recent.Contains(noteId) || Cards?.Has(noteId) == true;
}
