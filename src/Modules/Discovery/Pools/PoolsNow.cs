using Microsoft.Extensions.Logging;

namespace Sward.Discovery.Pools;

/// <summary>The notes that stand in pools, in the memory of every node.</summary>
internal sealed class PoolsNow(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PoolsNow> log) : NodeJob(TimeSpan.FromSeconds(15), clock, log)
{
    private volatile State state = State.Of([]);

    /// <summary>Channels with notes in pools.</summary>
    public IReadOnlyList<string> Channels => state.Channels;

    /// <summary>Draws a note of a channel that has some: its pool first, each with half the chance of the one below, so that what is new is never crowded out by what has climbed; of two there, the one that was seen less.</summary>
    public PooledNote Draw(string channel, Random dice)
    {
        var pools = state.Pools[channel];
        var pool = 0;
        while (pool < pools.Length - 1 && dice.Next(2) == 0)
        {
            pool++;
        }

        var (one, other) = (pools[pool][dice.Next(pools[pool].Length)], pools[pool][dice.Next(pools[pool].Length)]);
        return one.Seen <= other.Seen ? one : other;
    }

    /// <summary>Reads where notes are.</summary>
    public override async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DiscoveryDb>();
        state = State.Of(await db.PoolStays.AsNoTracking().Where(s => s.LeftAt == null).Select(s => new PooledNote(s.NoteId, s.Channel, s.Room, s.Seen - s.SeenBefore)).ToListAsync(ct));
    }

    /// <summary>What was read last.</summary>
    /// <param name="Pools">By channel: the pools that have notes, lowest first.</param>
    private sealed record State(string[] Channels, Dictionary<string, PooledNote[][]> Pools)
    {
        public static State Of(IReadOnlyCollection<PooledNote> notes)
        {
            var pools = notes.GroupBy(note => note.Channel, StringComparer.Ordinal)
                .ToDictionary(channel => channel.Key, channel => channel.GroupBy(note => note.Room).OrderBy(pool => pool.Key).Select(pool => pool.ToArray()).ToArray(), StringComparer.Ordinal);
            return new([.. pools.Keys.Order(StringComparer.Ordinal)], pools);
        }
    }
}

/// <summary>A note in a pool.</summary>
/// <param name="Room">The pool.</param>
/// <param name="Seen">By how many it was seen there.</param>
internal readonly record struct PooledNote(long NoteId, string Channel, int Room, int Seen);
