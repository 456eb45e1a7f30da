using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;

namespace Sward.Notes;

/// <summary>Follows a topic, or stops; either twice is the same as once.</summary>
internal sealed class FollowTopic(NotesDb db, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder topics)
    {
        topics.MapPut("/{name}/follow", FollowAsync)
            .WithName("FollowTopic")
            .RequireAuthorization()
            .ProducesProblem(StatusCodes.Status404NotFound);
        topics.MapDelete("/{name}/follow", UnfollowAsync)
            .WithName("UnfollowTopic")
            .RequireAuthorization()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Follows or unfollows; false when there is no such topic.</summary>
    public async Task<bool> RunAsync(string name, long accountId, bool isFollowed, CancellationToken ct)
    {
        var key = TopicName.KeyOf(name);
        if (await db.Topics.Where(t => t.Key == key).Select(t => new { t.Id, t.Name }).SingleOrDefaultAsync(ct) is not { } topic)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var changed = isFollowed
            ? await db.InsertOnceAsync(new TopicFollow(accountId, topic.Id, now), ct)
            : await db.TopicFollows.Where(f => f.AccountId == accountId && f.TopicId == topic.Id).ExecuteDeleteAsync(ct) == 1;
        if (changed)
        {
            var step = isFollowed ? 1 : -1;
            await db.Topics.Where(t => t.Id == topic.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.FollowerCount, t => t.FollowerCount + step), ct);
            if (isFollowed)
            {
                db.Announce(new TopicFollowed(topic.Name, accountId, now));
            }
            else
            {
                db.Announce(new TopicUnfollowed(topic.Name, accountId, now));
            }

            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return true;
    }

    private static Task<Results<NoContent, ProblemHttpResult>> FollowAsync(string name, FollowTopic follow, ICurrentAccount account, CancellationToken ct) =>
        HandleAsync(name, isFollowed: true, follow, account, ct);

    private static Task<Results<NoContent, ProblemHttpResult>> UnfollowAsync(string name, FollowTopic follow, ICurrentAccount account, CancellationToken ct) =>
        HandleAsync(name, isFollowed: false, follow, account, ct);

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        string name, bool isFollowed, FollowTopic follow, ICurrentAccount account, CancellationToken ct) =>
        await follow.RunAsync(name, account.Id, isFollowed, ct) ? TypedResults.NoContent() : Problems.NotFound("notes.topic-not-found");
}
