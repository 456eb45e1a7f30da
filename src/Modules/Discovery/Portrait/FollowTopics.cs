using Sward.Contracts.Notes;

namespace Sward.Discovery.Portrait;

/// <summary>Who follows a topic wants more of it.</summary>
internal sealed class FollowTopics(ChangePortrait change) : IHandle<TopicFollowed>, IHandle<TopicUnfollowed>
{
    private const string Subscriber = "discovery.follow-topics";

    public Task HandleAsync(TopicFollowed fact, CancellationToken ct) => change.AddAsync(fact.FollowerId, InterestKind.Topic, fact.Topic, InterestTurn.More, ct);

    public Task HandleAsync(TopicUnfollowed fact, CancellationToken ct) => change.AddAsync(fact.FollowerId, InterestKind.Topic, fact.Topic, InterestTurn.Plain, ct);

    public static void Subscribe(IServiceCollection services) => services
        .Subscribe<TopicFollowed, FollowTopics, DiscoveryDb>(Subscriber)
        .Subscribe<TopicUnfollowed, FollowTopics, DiscoveryDb>(Subscriber);
}
