using Sward.Contracts.Accounts;

namespace Sward.Inbox;

/// <summary>Tells people who began to follow them.</summary>
internal sealed class TellOfFollows(Teller teller) : IHandle<AccountFollowed>, IHandle<AccountUnfollowed>
{
    public const string Subscriber = "inbox.tell-of-follows";

    public Task HandleAsync(AccountFollowed fact, CancellationToken ct) =>
        teller.TellTogetherAsync(fact.FolloweeId, NoticeKinds.Follow, subjectId: 0, fact.FollowerId, fact.At, ct);

    public Task HandleAsync(AccountUnfollowed fact, CancellationToken ct) =>
        teller.TakeBackAsync(fact.FolloweeId, NoticeKinds.Follow, subjectId: 0, fact.FollowerId, ct);
}
