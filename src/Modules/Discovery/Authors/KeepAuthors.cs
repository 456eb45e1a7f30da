using Sward.Contracts.Accounts;
using Sward.Discovery.Keeping;

namespace Sward.Discovery.Authors;

/// <summary>Counts followers by the facts about them.</summary>
internal sealed class KeepAuthors(DiscoveryDb db) : IHandle<AccountFollowed>, IHandle<AccountUnfollowed>
{
    public Task HandleAsync(AccountFollowed fact, CancellationToken ct) => ChangeAsync(fact.FolloweeId, 1, ct);

    public Task HandleAsync(AccountUnfollowed fact, CancellationToken ct) => ChangeAsync(fact.FolloweeId, -1, ct);

    /// <summary>Under the name that keeps notes, so that one position says what the rows of both contain.</summary>
    public static void Subscribe(IServiceCollection services) => services
        .Subscribe<AccountFollowed, KeepAuthors, DiscoveryDb>(KeepNotes.Subscriber)
        .Subscribe<AccountUnfollowed, KeepAuthors, DiscoveryDb>(KeepNotes.Subscriber);

    private async Task ChangeAsync(long authorId, int change, CancellationToken ct)
    {
        var author = await db.Authors.FindAsync([authorId], ct);
        if (author is null)
        {
            author = new Author { Id = authorId };
            db.Authors.Add(author);
        }

        author.Followers = Math.Max(0, author.Followers + change);
    }
}
