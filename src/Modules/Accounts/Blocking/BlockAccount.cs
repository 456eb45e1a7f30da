using Sward.Contracts.Accounts;

namespace Sward.Accounts;

/// <summary>Blocks an account and ends follows between the two; lifts a block.</summary>
internal sealed class BlockAccount(AccountsDb db, CircleCache cache, ICurrentAccount current, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder accounts)
    {
        accounts.MapPut("/{accountId:long}/block", async Task<Results<NoContent, ProblemHttpResult>> (long accountId, BlockAccount block, CancellationToken ct) =>
                await block.BlockAsync(accountId, ct) ? TypedResults.NoContent() : Problems.NotFound("accounts.account-not-found"))
            .WithName("BlockAccount").RequireAuthorization().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        accounts.MapDelete("/{accountId:long}/block", async (long accountId, BlockAccount block, CancellationToken ct) =>
        {
            await block.UnblockAsync(accountId, ct);
            return TypedResults.NoContent();
        }).WithName("UnblockAccount").RequireAuthorization();
    }

    /// <summary>False when there is no such account.</summary>
    public async Task<bool> BlockAsync(long accountId, CancellationToken ct)
    {
        var me = current.Id;
        if (me == accountId)
        {
            throw new Refusal("accounts.not-yourself", StatusCodes.Status422UnprocessableEntity);
        }

        if (!await db.Accounts.AnyAsync(a => a.Id == accountId, ct))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.InsertOnceAsync(new Block(me, accountId, now), ct))
        {
            foreach (var (follower, followee) in new[] { (me, accountId), (accountId, me) })
            {
                if (await db.EndFollowAsync(follower, followee, ct))
                {
                    db.Announce(new AccountUnfollowed(follower, followee, now));
                }
            }

            db.Announce(new AccountBlocked(me, accountId, now));
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        cache.Evict(me, accountId);
        return true;
    }

    public async Task UnblockAsync(long accountId, CancellationToken ct)
    {
        var me = current.Id;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Blocks.Where(b => b.BlockerId == me && b.BlockedId == accountId).ExecuteDeleteAsync(ct) == 1)
        {
            db.Announce(new AccountUnblocked(me, accountId, clock.GetUtcNow()));
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        cache.Evict(me, accountId);
    }
}
