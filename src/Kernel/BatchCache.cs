using System.Collections.Concurrent;

namespace Sward.Kernel;

/// <summary>
/// Remembers values by id on this node and loads what is missing in one batch. Whoever changes a value evicts it after the commit; a load that overlaps an
/// eviction is returned but not remembered, so that nothing stale stays.
/// </summary>
public sealed class BatchCache<TValue>(int capacity) where TValue : class
{
    private const int Shards = 64;
    private readonly ConcurrentDictionary<long, TValue> values = new();
    private readonly int[] evictions = new int[Shards];

    /// <summary>Values by id; ids that <paramref name="loadAsync"/> does not know are left out.</summary>
    public async ValueTask<IReadOnlyDictionary<long, TValue>> GetAsync(
        IReadOnlyCollection<long> ids, Func<IReadOnlyCollection<long>, Task<IReadOnlyDictionary<long, TValue>>> loadAsync)
    {
        var found = new Dictionary<long, TValue>(ids.Count);
        List<long>? missing = null;
        foreach (var id in ids)
        {
            if (values.TryGetValue(id, out var value))
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
            var before = missing.ConvertAll(id => Volatile.Read(ref evictions[ShardOf(id)]));
            foreach (var (id, value) in await loadAsync(missing))
            {
                found[id] = value;
                Remember(id, value, before[missing.IndexOf(id)]);
            }
        }

        return found;
    }

    public void Evict(long id)
    {
        Interlocked.Increment(ref evictions[ShardOf(id)]);
        values.TryRemove(id, out _);
    }

    private static int ShardOf(long id) => (int)((ulong)(id ^ (id >> 11)) % Shards);

    private void Remember(long id, TValue value, int evictionsBefore)
    {
        if (values.Count >= capacity)
        {
            // Which ones go does not matter much; that something goes does.
            foreach (var key in values.Keys.Take(capacity / 8))
            {
                values.TryRemove(key, out _);
            }
        }

        values[id] = value;
        if (Volatile.Read(ref evictions[ShardOf(id)]) != evictionsBefore)
        {
            values.TryRemove(id, out _);
        }
    }
}
