using Sward.Contracts.Mall;

namespace Sward.Inbox;

/// <summary>What a notice tells. Kinds that people see together share a tab.</summary>
internal static class NoticeKinds
{
    public const string Like = "like";
    public const string Collect = "collect";
    public const string CommentLike = "commentLike";
    public const string Follow = "follow";
    public const string Comment = "comment";
    public const string Reply = "reply";
    public const string Mention = "mention";
    public const string DepositPaid = "depositPaid";
    public const string RestDue = "restDue";
    public const string RestClosing = "restClosing";
    public const string OrderPaid = "orderPaid";
    public const string OrderShipped = "orderShipped";
    public const string OrderReceived = "orderReceived";
    public const string OrderCancelled = "orderCancelled";
    public const string DeliveryDayChanged = "deliveryDayChanged";
    public const string Lead = "lead";
    public const string CouponGiven = "couponGiven";
    public const string CouponExpires = "couponExpires";
    public const string CouponsExpire = "couponsExpire";

    public const string BackInStock = WantNews.BackInStock;
    public const string PriceDropped = WantNews.PriceDropped;
    public const string SaleStarted = WantNews.SaleStarted;

    public const string LikesTab = "likes";
    public const string FollowsTab = "follows";
    public const string CommentsTab = "comments";
    public const string OrdersTab = "orders";
    public const string WantsTab = "wants";
    public const string CouponsTab = "coupons";

    /// <summary>In the order they are shown in.</summary>
    public static IReadOnlyList<string> Tabs { get; } = [LikesTab, FollowsTab, CommentsTab, OrdersTab, WantsTab, CouponsTab];

    /// <summary>The tab of a kind; null for a word that is no kind.</summary>
    public static string? TabOf(string kind) => kind switch
    {
        Like or Collect or CommentLike => LikesTab,
        Follow => FollowsTab,
        Comment or Reply or Mention => CommentsTab,
        DepositPaid or RestDue or RestClosing or OrderPaid or OrderShipped or OrderReceived or OrderCancelled or DeliveryDayChanged or Lead => OrdersTab,
        BackInStock or PriceDropped or SaleStarted => WantsTab,
        CouponGiven or CouponExpires or CouponsExpire => CouponsTab,
        _ => null,
    };
}
