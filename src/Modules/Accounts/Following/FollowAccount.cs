using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;

namespace Sward.Accounts;

/// <summary>Follows an account, or changes the labels one has for it. Following twice is the same as following once.</summary>
internal sealed class FollowAccount(AccountsDb db, ICircles circles, CircleCache cache, ICurrentAccount current, Ids ids, TimeProvider clock)
{
    /// <summary>Characters of a label.</summary>
    public const int MaxLabel = 20;

    public sealed record Request([property: MaxLength(10), ShortTexts(FollowAccount.MaxLabel)] IReadOnlyList<string>? Labels);

    public static void Map(IEndpointRouteBuilder accounts) => accounts
        .MapPut("/{accountId:long}/follow", async Task<Results<NoContent, ProblemHttpResult>> (long accountId, Request? request, FollowAccount follow, CancellationToken ct) =>
            await follow.FollowAsync(accountId, request?.Labels, ct) ? TypedResults.NoContent() : Problems.NotFound("accounts.account-not-found"))
        .WithName("FollowAccount")
        .RequireAuthorization()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <summary>False when there is no such account for this reader.</summary>
    public async Task<bool> FollowAsync(long accountId, IReadOnlyList<string>? labels, CancellationToken ct)
    {
        var me = current.Id;
        if (me == accountId)
        {
            throw new Refusal("accounts.not-yourself", StatusCodes.Status422UnprocessableEntity);
        }

        var circle = await circles.OfAsync(me, ct);
        if (circle.Blocked.Contains(accountId) || !await db.Accounts.AnyAsync(a => a.Id == accountId, ct))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var follow = new Follow { FollowerId = me, FolloweeId = accountId, Labels = [.. (labels ?? []).Select(PlainText.Line).Distinct(StringComparer.Ordinal)], Id = ids.Next(), At = now };
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.InsertOnceAsync(follow, ct))
        {
            await db.CountFollowAsync(me, accountId, +1, ct);
            var mutual = await db.Follows.AnyAsync(f => f.FollowerId == accountId && f.FolloweeId == me, ct);
            db.Announce(new AccountFollowed(me, accountId, mutual, now));
            await db.SaveChangesAsync(ct);
        }
        else if (labels is not null)
        {
            await db.Follows.Where(f => f.FollowerId == me && f.FolloweeId == accountId)
                .ExecuteUpdateAsync(set => set.SetProperty(f => f.Labels, follow.Labels), ct);
        }

        await transaction.CommitAsync(ct);
        cache.Evict(me, accountId);
        return true;
    }
}

/// <summary>Ends a follow, from either side: stop following somebody, or remove a follower.</summary>
internal sealed class UnfollowAccount(AccountsDb db, CircleCache cache, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder accounts)
    {
        accounts.MapDelete("/{accountId:long}/follow", async (long accountId, UnfollowAccount unfollow, ICurrentAccount me, CancellationToken ct) =>
        {
            await unfollow.EndAsync(me.Id, accountId, ct);
            return TypedResults.NoContent();
        }).WithName("UnfollowAccount").RequireAuthorization();
        accounts.MapDelete("/{accountId:long}/follower", async (long accountId, UnfollowAccount unfollow, ICurrentAccount me, CancellationToken ct) =>
        {
            await unfollow.EndAsync(accountId, me.Id, ct);
            return TypedResults.NoContent();
        }).WithName("RemoveFollower").RequireAuthorization();
    }

    public async Task EndAsync(long followerId, long followeeId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.EndFollowAsync(followerId, followeeId, ct))
        {
            db.Announce(new AccountUnfollowed(followerId, followeeId, clock.GetUtcNow()));
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        cache.Evict(followerId, followeeId);
    }
}
