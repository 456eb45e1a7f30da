using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;

namespace Sward.Discovery.Pools;

/// <summary>Lets every new note into the starter pool, and remembers who followed whom, which counts for a note.</summary>
internal sealed class KeepPools(DiscoveryDb db) : IHandle<NotePublished>, IHandle<NoteRemoved>, IHandle<AccountFollowed>, IHandle<AccountUnfollowed>
{
    /// <summary>Older notes are not new, though they may be changed or come in from elsewhere.</summary>
    public static readonly TimeSpan NewFor = TimeSpan.FromDays(7);

    private const string Subscriber = "discovery.keep-pools";

    public async Task HandleAsync(NotePublished fact, CancellationToken ct)
    {
        if (fact.Visibility is "public" && fact.At - fact.PublishedAt < NewFor)
        {
            await db.InsertOnceAsync(Entry(fact.NoteId, fact.Channel, fact.At), ct);
        }

        await db.PoolStays.Where(s => s.NoteId == fact.NoteId && s.LeftAt == null && s.Channel != fact.Channel)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Channel, fact.Channel), ct);
    }

    public async Task HandleAsync(NoteRemoved fact, CancellationToken ct)
    {
        await db.PoolStays.Where(s => s.NoteId == fact.NoteId).ExecuteDeleteAsync(ct);
        await db.PoolCrowds.Where(c => c.NoteId == fact.NoteId).ExecuteDeleteAsync(ct);
    }

    public Task HandleAsync(AccountFollowed fact, CancellationToken ct) =>
        db.InsertOnceAsync(new WonFollow { FollowerId = fact.FollowerId, AuthorId = fact.FolloweeId, At = fact.At }, ct);

    public Task HandleAsync(AccountUnfollowed fact, CancellationToken ct) =>
        db.WonFollows.Where(f => f.FollowerId == fact.FollowerId && f.AuthorId == fact.FolloweeId).ExecuteDeleteAsync(ct);

    public static void Subscribe(IServiceCollection services) => services
        .Subscribe<NotePublished, KeepPools, DiscoveryDb>(Subscriber)
        .Subscribe<NoteRemoved, KeepPools, DiscoveryDb>(Subscriber)
        .Subscribe<AccountFollowed, KeepPools, DiscoveryDb>(Subscriber)
        .Subscribe<AccountUnfollowed, KeepPools, DiscoveryDb>(Subscriber);

    /// <summary>The first stay of a note.</summary>
    public static PoolStay Entry(long noteId, string channel, DateTimeOffset at) => new() { NoteId = noteId, Room = Rooms.Starter, Channel = channel, Since = at, EnteredAt = at };
}
