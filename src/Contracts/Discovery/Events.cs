namespace Sward.Contracts.Discovery;

/// <summary>A person asked not to see something in feeds any more. <paramref name="Kind"/>: note, author, topic, category, person or product; <paramref name="Target"/> its id or name.</summary>
public sealed record HiddenFromFeeds(long AccountId, string Kind, string Target, DateTimeOffset At) : IEvent
{
    public static string Name => "discovery.hidden-from-feeds.v1";
}

/// <summary>A person took such a wish back.</summary>
public sealed record ShownInFeeds(long AccountId, string Kind, string Target, DateTimeOffset At) : IEvent
{
    public static string Name => "discovery.shown-in-feeds.v1";
}

/// <summary>A person corrected or reset what Discover thinks they like, or switched personalisation on or off.</summary>
public sealed record PersonalisationChanged(long AccountId, DateTimeOffset At) : IEvent
{
    public static string Name => "discovery.personalisation-changed.v1";
}
