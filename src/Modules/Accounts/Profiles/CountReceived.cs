using Sward.Contracts.Notes;

namespace Sward.Accounts;

/// <summary>Counts the likes and collects that a person's notes receive.</summary>
internal sealed class CountReceived(AccountsDb db) : IHandle<NoteLiked>, IHandle<NoteUnliked>, IHandle<NoteCollected>, IHandle<NoteUncollected>
{
    public const string Subscriber = "accounts.count-received";

    public Task HandleAsync(NoteLiked fact, CancellationToken ct) => CountAsync(fact.AuthorId, +1, ct);

    public Task HandleAsync(NoteUnliked fact, CancellationToken ct) => CountAsync(fact.AuthorId, -1, ct);

    public Task HandleAsync(NoteCollected fact, CancellationToken ct) => CountAsync(fact.AuthorId, +1, ct);

    public Task HandleAsync(NoteUncollected fact, CancellationToken ct) => CountAsync(fact.AuthorId, -1, ct);

    private Task<int> CountAsync(long accountId, int by, CancellationToken ct) =>
        db.Accounts.Where(a => a.Id == accountId).ExecuteUpdateAsync(set => set.SetProperty(a => a.ReceivedCount, a => a.ReceivedCount + by), ct);
}
