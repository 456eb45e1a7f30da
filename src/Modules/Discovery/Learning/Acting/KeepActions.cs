using Sward.Contracts.Notes;
using Sward.Discovery.Signals.RollUp;

namespace Sward.Discovery.Learning.Acting;

/// <summary>Keeps what people did with notes on purpose, and counts it where signals are counted.</summary>
internal sealed class KeepActions(DiscoveryDb db, Tallies tallies) :
    IHandle<NoteLiked>, IHandle<NoteUnliked>, IHandle<NoteCollected>, IHandle<NoteUncollected>, IHandle<NoteCommented>, IHandle<CommentRemoved>, IHandle<NoteShared>
{
    private const string Subscriber = "discovery.keep-actions";

    public Task HandleAsync(NoteLiked fact, CancellationToken ct) => KeepAsync(fact.LikerId, fact.NoteId, fact.At, action => action.Liked = true, ct);

    public Task HandleAsync(NoteUnliked fact, CancellationToken ct) => KeepAsync(fact.LikerId, fact.NoteId, fact.At, action => action.Liked = false, ct);

    public Task HandleAsync(NoteCollected fact, CancellationToken ct) => KeepAsync(fact.CollectorId, fact.NoteId, fact.At, action => action.Collected = true, ct);

    public Task HandleAsync(NoteUncollected fact, CancellationToken ct) => KeepAsync(fact.CollectorId, fact.NoteId, fact.At, action => action.Collected = false, ct);

    public Task HandleAsync(NoteCommented fact, CancellationToken ct) => KeepAsync(fact.CommenterId, fact.NoteId, fact.At, action => action.Commented = true, ct);

    public async Task HandleAsync(CommentRemoved fact, CancellationToken ct)
    {
        foreach (var commenterId in fact.LastOfIds ?? [])
        {
            await KeepAsync(commenterId, fact.NoteId, fact.At, action => action.Commented = false, ct);
        }
    }

    public Task HandleAsync(NoteShared fact, CancellationToken ct) => KeepAsync(fact.SharerId, fact.NoteId, fact.At, action => action.Shared = true, ct);

    public static void Subscribe(IServiceCollection services) => services
        .Subscribe<NoteLiked, KeepActions, DiscoveryDb>(Subscriber)
        .Subscribe<NoteUnliked, KeepActions, DiscoveryDb>(Subscriber)
        .Subscribe<NoteCollected, KeepActions, DiscoveryDb>(Subscriber)
        .Subscribe<NoteUncollected, KeepActions, DiscoveryDb>(Subscriber)
        .Subscribe<NoteCommented, KeepActions, DiscoveryDb>(Subscriber)
        .Subscribe<CommentRemoved, KeepActions, DiscoveryDb>(Subscriber)
        .Subscribe<NoteShared, KeepActions, DiscoveryDb>(Subscriber);

    private async Task KeepAsync(long accountId, long noteId, DateTimeOffset at, Action<NoteAction> change, CancellationToken ct)
    {
        var action = await db.Actions.FindAsync([accountId, noteId], ct) ?? db.Actions.Add(new NoteAction { AccountId = accountId, NoteId = noteId }).Entity;
        var before = (action.Liked, action.Collected, action.Commented, action.Shared);
        change(action);
        action.At = at;
        await CountAsync(action, before, ct);
        if (action.IsNothing)
        {
            db.Actions.Remove(action);
        }
    }

    private async Task CountAsync(NoteAction action, (bool Liked, bool Collected, bool Commented, bool Shared) before, CancellationToken ct)
    {
        var (likes, collects) = (Change(before.Liked, action.Liked), Change(before.Collected, action.Collected));
        var (commenters, shares) = (Change(before.Commented, action.Commented), Change(before.Shared, action.Shared));
        var count = await tallies.OfNoteAsync(action.NoteId, action.At, ct);
        count.Likes += likes;
        count.Collects += collects;
        count.Commenters += commenters;
        count.Shares += shares;
        var day = await tallies.OfPersonAsync(action.AccountId, action.At, ct);
        day.Reactions += likes + collects + commenters + shares;

        static int Change(bool before, bool after) => (after ? 1 : 0) - (before ? 1 : 0);
    }
}
