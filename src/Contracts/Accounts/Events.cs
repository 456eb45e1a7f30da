namespace Sward.Contracts.Accounts;

/// <summary>Somebody signed up.</summary>
public sealed record AccountOpened(long AccountId, string Handle, string Nickname, DateTimeOffset At) : IEvent
{
    public static string Name => "accounts.account-opened.v1";
}

/// <summary>Handle, nickname, bio or avatar changed; carries the new values.</summary>
public sealed record ProfileChanged(long AccountId, string Handle, string Nickname, string? Bio, DateTimeOffset At) : IEvent
{
    public static string Name => "accounts.profile-changed.v1";
}

/// <summary>One account began to follow another.</summary>
public sealed record AccountFollowed(long FollowerId, long FolloweeId, bool Mutual, DateTimeOffset At) : IEvent
{
    public static string Name => "accounts.account-followed.v1";
}

/// <summary>One account stopped following another.</summary>
public sealed record AccountUnfollowed(long FollowerId, long FolloweeId, DateTimeOffset At) : IEvent
{
    public static string Name => "accounts.account-unfollowed.v1";
}

/// <summary>One account blocked another; follows between them are gone.</summary>
public sealed record AccountBlocked(long BlockerId, long BlockedId, DateTimeOffset At) : IEvent
{
    public static string Name => "accounts.account-blocked.v1";
}

/// <summary>A block was lifted.</summary>
public sealed record AccountUnblocked(long BlockerId, long BlockedId, DateTimeOffset At) : IEvent
{
    public static string Name => "accounts.account-unblocked.v1";
}
