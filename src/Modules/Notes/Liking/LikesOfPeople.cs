using Sward.Contracts.Notes;

namespace Sward.Notes;

/// <summary>
/// What people have liked, remembered on this node, so that a page knows it without a query; a like or its end drops it, here at once and on other nodes with
/// its fact. Whoever likes more than fits is asked for in the database.
/// </summary>
internal sealed class LikesOfPeople(IServiceScopeFactory scopes, TimeProvider clock) : CacheFollower
{
    private const int MostRemembered = 1_000;
    private static readonly long[] TooMany = [0];
    private readonly BatchCache<long[]> people = new(capacity: 20_000, clock);

    public override string Name => "notes.likes-of-people";

    /// <summary>Which of the notes the person has liked; none for a visitor.</summary>
    public async ValueTask<IReadOnlySet<long>> AmongAsync(long? accountId, IReadOnlyCollection<long> noteIds, CancellationToken ct)
    {
        if (accountId is not { } id)
        {
            return new HashSet<long>();
        }

        var liked = await people.GetAsync(id, id => LoadAsync(id, ct));
        if (ReferenceEquals(liked, TooMany))
        {
            return await AskAsync(id, noteIds, ct);
        }

        var among = new HashSet<long>();
        foreach (var noteId in noteIds)
        {
            if (Array.BinarySearch(liked, noteId) >= 0)
            {
                among.Add(noteId);
            }
        }

        return among;
    }

    public void Forget(long accountId) => people.Evict(accountId);

    protected override void Apply(LoggedFact fact)
    {
        if (fact.Is<NoteLiked>(out var liked))
        {
            Forget(liked.LikerId);
        }
        else if (fact.Is<NoteUnliked>(out var unliked))
        {
            Forget(unliked.LikerId);
        }
    }

    private async Task<long[]> LoadAsync(long accountId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var noteIds = await scope.ServiceProvider.GetRequiredService<NotesDb>().Likes
            .Where(l => l.AccountId == accountId).OrderBy(l => l.NoteId).Select(l => l.NoteId).Take(MostRemembered + 1).ToArrayAsync(ct);
        return noteIds.Length > MostRemembered ? TooMany : noteIds;
    }

    private async Task<HashSet<long>> AskAsync(long accountId, IReadOnlyCollection<long> noteIds, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NotesDb>().Likes
            .Where(l => l.AccountId == accountId && noteIds.Contains(l.NoteId)).Select(l => l.NoteId).ToHashSetAsync(ct);
    }
}
