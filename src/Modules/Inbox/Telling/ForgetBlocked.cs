using Sward.Contracts.Accounts;

namespace Sward.Inbox;

/// <summary>After a block, neither finds the other in their notices.</summary>
internal sealed class ForgetBlocked(InboxDb db, Teller teller) : IHandle<AccountBlocked>
{
    public async Task HandleAsync(AccountBlocked fact, CancellationToken ct)
    {
        var (one, other) = (fact.BlockerId, fact.BlockedId);
        var actors = await db.Actors.AsNoTracking()
            .Where(a => (a.AccountId == one && a.ActorId == other) || (a.AccountId == other && a.ActorId == one)).ToListAsync(ct);
        foreach (var actor in actors)
        {
            await teller.RemoveAsync(actor, ct);
        }

        await teller.ForgetAsync(db.Notices.Where(n => n.AccountId == one && n.ActorId == other), ct);
        await teller.ForgetAsync(db.Notices.Where(n => n.AccountId == other && n.ActorId == one), ct);
    }
}
