namespace Sward.Contracts.Accounts;

/// <summary>Who a person follows, is friends with, and must not meet.</summary>
/// <param name="Following">Accounts the person follows.</param>
/// <param name="Friends">Accounts that follow back.</param>
/// <param name="Blocked">Blocked in either direction: neither may see anything of the other.</param>
/// <param name="Muted">Muted by the person: not shown in feeds and notices, still reachable.</param>
public sealed record Circle(IReadOnlySet<long> Following, IReadOnlySet<long> Friends, IReadOnlySet<long> Blocked, IReadOnlySet<long> Muted)
{
    /// <summary>The circle of a visitor without an account.</summary>
    public static Circle Nobody { get; } = new(new HashSet<long>(), new HashSet<long>(), new HashSet<long>(), new HashSet<long>());
}

/// <summary>Somebody who follows an account.</summary>
/// <param name="Place">Their place among its followers; who comes later has a higher one.</param>
public sealed record AccountFollower(long AccountId, long Place);

/// <summary>Reads a person's circle; cached on the node and renewed within a second of a change.</summary>
public interface ICircles
{
    /// <summary>The circle of one person, or of nobody.</summary>
    /// <param name="accountId">The person, or null for a visitor.</param>
    ValueTask<Circle> OfAsync(long? accountId, CancellationToken ct);

    /// <summary>The labels a person has given those they follow, in the order of the alphabet.</summary>
    Task<IReadOnlyList<string>> LabelsOfAsync(long accountId, CancellationToken ct);

    /// <summary>Whom a person follows under a label of theirs.</summary>
    Task<IReadOnlySet<long>> LabelledAsync(long accountId, string label, CancellationToken ct);

    /// <summary>Which of these follow whom they are named with. For work on many people: nobody's circle is remembered for it.</summary>
    Task<IReadOnlySet<(long FollowerId, long FolloweeId)>> FollowersAmongAsync(IReadOnlyCollection<(long FollowerId, long FolloweeId)> pairs, CancellationToken ct);

    /// <summary>Followers of an account in the order in which they came, a piece at a time: for work on all of them.</summary>
    /// <param name="after">The place of the last one that is known; 0 to begin.</param>
    Task<IReadOnlyList<AccountFollower>> FollowersAsync(long accountId, long after, int most, CancellationToken ct);
}
