namespace Sward.Contracts.Town;

/// <summary>The demo town: everything that lives in it, with final ids, made by one seeded generator and planted by the modules.</summary>
public sealed record DemoTown(
    IReadOnlyList<TownPerson> People,
    IReadOnlyList<TownPicture> Pictures,
    IReadOnlyList<TownTextCover> TextCovers,
    IReadOnlyList<TownStore> Stores,
    IReadOnlyList<TownProduct> Products,
    IReadOnlyList<TownNote> Notes,
    IReadOnlyList<TownComment> Comments,
    IReadOnlyList<TownFollow> Follows,
    IReadOnlyList<TownReaction> Reactions,
    IReadOnlyList<TownOrder> Orders);

/// <summary>Somebody who lives in the town. <paramref name="Password"/> is generated at planting and set only for people whose sign-in is printed.</summary>
public sealed record TownPerson(
    long Id, string Handle, string Nickname, string Bio, string Region, string Language, string Login, string? Password, bool IsOperator,
    long? AvatarId, IReadOnlyList<string> Interests, DateTimeOffset JoinedAt);

/// <summary>A drawn still life. The SVG is ours, which is why the generator alone may load it.</summary>
public sealed record TownPicture(long Id, long OwnerId, string Svg, string Alt, DateTimeOffset At);

/// <summary>A cover drawn from words.</summary>
public sealed record TownTextCover(long Id, long OwnerId, string Text, string Design, DateTimeOffset At);

/// <summary>A store; <paramref name="ThresholdMinor"/> and <paramref name="OffMinor"/> make its threshold discount, both 0 for none.</summary>
public sealed record TownStore(
    long Id, long OwnerId, string Name, string Kind, string Story, long? LogoId, long ThresholdMinor, long OffMinor, DateTimeOffset OpenedAt);

/// <summary>A product with its variants.</summary>
public sealed record TownProduct(
    long Id, long StoreId, string Name, string Origin, string Category, string? Brand, string Description,
    IReadOnlyList<long> PictureIds, IReadOnlyList<TownSku> Skus, DateTimeOffset ListedAt);

/// <summary>One variant: options such as size -> 500 ml, price in minor units of CNY, units delivered to the warehouse before the first order.</summary>
public sealed record TownSku(long Id, string Code, IReadOnlyDictionary<string, string> Options, long PriceMinor, int Units);

/// <summary>A published note; the first media id is its cover.</summary>
public sealed record TownNote(
    long Id, long AuthorId, string Kind, string Title, string Body, string Channel, IReadOnlyList<string> Topics, string? Place,
    IReadOnlyList<long> MediaIds, IReadOnlyList<long> ProductIds, long? BoughtProductId, DateTimeOffset PublishedAt);

/// <summary>A comment, or a reply when <paramref name="ReplyToId"/> names a first-level comment.</summary>
public sealed record TownComment(long Id, long NoteId, long AuthorId, long? ReplyToId, string Body, int Likes, DateTimeOffset At);

/// <summary>One person follows another.</summary>
public sealed record TownFollow(long FollowerId, long FolloweeId, DateTimeOffset At);

/// <summary>A like or a collect of a note; <paramref name="Kind"/> is like or collect.</summary>
public sealed record TownReaction(string Kind, long NoteId, long AccountId, DateTimeOffset At);

/// <summary>
/// A checkout of the past, its lines all of one store. <paramref name="State"/>: pendingPayment, toShip, shipped or completed; a completed one may carry a
/// review. <paramref name="ShippedAt"/> and <paramref name="ReceivedAt"/> are set as far as the state has come.
/// </summary>
public sealed record TownOrder(
    long Id, long BuyerId, IReadOnlyList<TownOrderLine> Lines, string State, int? Stars, string? Review, string Region, DateTimeOffset At,
    DateTimeOffset? ShippedAt, DateTimeOffset? ReceivedAt);

/// <summary>Units of one variant in an order.</summary>
public sealed record TownOrderLine(long SkuId, int Quantity);

/// <summary>The part of the town that one module plants. Parts run in <see cref="Order"/>, each once on an empty database.</summary>
public interface ITownPart
{
    /// <summary>10 accounts, 20 media, 30 mall, 40 notes, 50 discovery and search, 60 inbox.</summary>
    int Order { get; }

    /// <summary>Whether this part finds room for a town: false where real people are already.</summary>
    Task<bool> HasRoomAsync(CancellationToken ct) => Task.FromResult(true);

    Task PlantAsync(DemoTown town, IProgress<string> progress, CancellationToken ct);
}
