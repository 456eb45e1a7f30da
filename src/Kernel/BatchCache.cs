using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Sward.Kernel;

/// <summary>
/// Remembers values by id on this node and loads what is missing in one batch. Whoever changes a value evicts it after the commit; a load that overlaps an
/// eviction is returned but not remembered, so that nothing stale stays.
/// </summary>
/// <param name="capacity">How many values are kept.</param>
/// <param name="clock">Measures how long they are.</param>
/// <param name="lifetime">The longest that a value is kept. By default ten minutes: a net for changes that were missed, say by a fact that a follower could not digest.</param>
public sealed class BatchCache<TValue>(int capacity, TimeProvider clock, TimeSpan? lifetime = null) where TValue : notnull
{
    private const int Shards = 64;
    private readonly TimeSpan lifetime = lifetime ?? TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<long, (TValue Value, long LoadedAt)> values = new();
    private readonly int[] evictions = new int[Shards];

    // The dictionary's own count takes all of its locks.
    private int count;

    /// <summary>Values by id; ids that <paramref name="loadAsync"/> does not know are left out.</summary>
    public async ValueTask<IReadOnlyDictionary<long, TValue>> GetAsync(
        IReadOnlyCollection<long> ids, Func<IReadOnlyCollection<long>, Task<IReadOnlyDictionary<long, TValue>>> loadAsync)
    {
        var found = new Dictionary<long, TValue>(ids.Count);
        List<long>? missing = null;
        foreach (var id in ids)
        {
            if (TryFind(id, out var value))
            {
                found[id] = value;
            }
            else if (missing?.Contains(id) != true)
            {
                (missing ??= []).Add(id);
            }
        }

        if (missing is not null)
        {
            var before = missing.ConvertAll(EvictionsOf);
            foreach (var (id, value) in await loadAsync(missing))
            {
                found[id] = value;
                Remember(id, value, before[missing.IndexOf(id)]);
            }
        }

        return found;
    }

    /// <summary>One value, which <paramref name="loadAsync"/> knows for every id.</summary>
    public async ValueTask<TValue> GetAsync(long id, Func<long, Task<TValue>> loadAsync)
    {
        if (TryFind(id, out var value))
        {
            return value;
        }

        var before = EvictionsOf(id);
        value = await loadAsync(id);
        Remember(id, value, before);
        return value;
    }

    public void Evict(long id)
    {
        Interlocked.Increment(ref evictions[ShardOf(id)]);
        Remove(id);
    }

    private static int ShardOf(long id) => (int)((ulong)(id ^ (id >> 11)) % Shards);

    private bool TryFind(long id, [MaybeNullWhen(false)] out TValue value)
    {
        var isFresh = values.TryGetValue(id, out var entry) && clock.GetElapsedTime(entry.LoadedAt) < lifetime;
        value = isFresh ? entry.Value : default;
        return isFresh;
    }

    private int EvictionsOf(long id) => Volatile.Read(ref evictions[ShardOf(id)]);

    private void Remember(long id, TValue value, int evictionsBefore)
    {
        if (Volatile.Read(ref count) >= capacity)
        {
            // Which ones go does not matter much; that something goes does.
            foreach (var key in values.Keys.Take(Math.Max(1, capacity / 8)))
            {
                Remove(key);
            }
        }

        var entry = (value, clock.GetTimestamp());
        if (values.TryAdd(id, entry))
        {
            Interlocked.Increment(ref count);
        }
        else
        {
            values[id] = entry;
        }

        if (EvictionsOf(id) != evictionsBefore)
        {
            Remove(id);
        }
    }

    private void Remove(long id)
    {
        if (values.TryRemove(id, out _))
        {
            Interlocked.Decrement(ref count);
        }
    }
}
