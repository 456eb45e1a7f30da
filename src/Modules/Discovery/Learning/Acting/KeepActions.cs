using Sward.Contracts.Notes;

namespace Sward.Discovery.Learning.Acting;

/// <summary>Keeps what people did with notes.</summary>
internal sealed class KeepActions(DiscoveryDb db) :
    IHandle<NoteLiked>, IHandle<NoteUnliked>, IHandle<NoteCollected>, IHandle<NoteUncollected>, IHandle<NoteCommented>, IHandle<NoteShared>
{
    private const string Subscriber = "discovery.keep-actions";

    public Task HandleAsync(NoteLiked fact, CancellationToken ct) => KeepAsync(fact.LikerId, fact.NoteId, fact.At, action => action.Liked = true, ct);

    public Task HandleAsync(NoteUnliked fact, CancellationToken ct) => KeepAsync(fact.LikerId, fact.NoteId, fact.At, action => action.Liked = false, ct);

    public Task HandleAsync(NoteCollected fact, CancellationToken ct) => KeepAsync(fact.CollectorId, fact.NoteId, fact.At, action => action.Collected = true, ct);

    public Task HandleAsync(NoteUncollected fact, CancellationToken ct) => KeepAsync(fact.CollectorId, fact.NoteId, fact.At, action => action.Collected = false, ct);

    public Task HandleAsync(NoteCommented fact, CancellationToken ct) => KeepAsync(fact.CommenterId, fact.NoteId, fact.At, action => action.Commented = true, ct);

    public Task HandleAsync(NoteShared fact, CancellationToken ct) => KeepAsync(fact.SharerId, fact.NoteId, fact.At, action => action.Shared = true, ct);

    public static void Subscribe(IServiceCollection services) => services
        .Subscribe<NoteLiked, KeepActions, DiscoveryDb>(Subscriber)
        .Subscribe<NoteUnliked, KeepActions, DiscoveryDb>(Subscriber)
        .Subscribe<NoteCollected, KeepActions, DiscoveryDb>(Subscriber)
        .Subscribe<NoteUncollected, KeepActions, DiscoveryDb>(Subscriber)
        .Subscribe<NoteCommented, KeepActions, DiscoveryDb>(Subscriber)
        .Subscribe<NoteShared, KeepActions, DiscoveryDb>(Subscriber);

    private async Task KeepAsync(long accountId, long noteId, DateTimeOffset at, Action<NoteAction> change, CancellationToken ct)
    {
        var action = await db.Actions.FindAsync([accountId, noteId], ct);
        if (action is null)
        {
            action = new NoteAction { AccountId = accountId, NoteId = noteId };
            db.Actions.Add(action);
        }

        change(action);
        action.At = at;
        if (action.Weight == 0)
        {
            db.Actions.Remove(action);
        }
    }
}
