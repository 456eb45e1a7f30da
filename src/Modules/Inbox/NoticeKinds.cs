using System.Globalization;
using Sward.Contracts.Mall;

namespace Sward.Inbox;

/// <summary>What a notice tells. Kinds that people see together share a tab.</summary>
internal static class NoticeKinds
{
    private const string AfterSale = "afterSale";

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

    public const string FlashTurn = "flashTurn";
    public const string NoteInvited = "noteInvited";

    /// <summary>After the sale; all begin alike and lead to the request.</summary>
    public const string AfterSaleApplied = AfterSale + "Applied";
    public const string AfterSaleRefused = AfterSale + "Refused";
    public const string AfterSaleAgreed = AfterSale + "Agreed";
    public const string AfterSaleGranted = AfterSale + "Granted";
    public const string AfterSalePromised = AfterSale + "Promised";
    public const string AfterSaleOwed = AfterSale + "Owed";
    public const string AfterSaleSentBack = AfterSale + "SentBack";
    public const string AfterSaleRejected = AfterSale + "Rejected";
    public const string AfterSaleCalled = AfterSale + "Called";
    public const string AfterSaleToDecide = AfterSale + "ToDecide";
    public const string AfterSaleDecided = AfterSale + "Decided";
    public const string AfterSaleRefunded = AfterSale + "Refunded";
    public const string AfterSaleEnded = AfterSale + "Ended";

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
        FlashTurn or NoteInvited => OrdersTab,
        AfterSaleApplied or AfterSaleRefused or AfterSaleAgreed or AfterSaleGranted or AfterSalePromised or AfterSaleOwed or AfterSaleSentBack or AfterSaleRejected or AfterSaleCalled
            or AfterSaleToDecide or AfterSaleDecided or AfterSaleRefunded or AfterSaleEnded => OrdersTab,
        BackInStock or PriceDropped or SaleStarted => WantsTab,
        CouponGiven or CouponExpires or CouponsExpire => CouponsTab,
        _ => null,
    };

    /// <summary>The page that a notice about orders leads to.</summary>
    public static string OrderUrlOf(string kind, long subjectId)
    {
        var id = subjectId.ToString(CultureInfo.InvariantCulture);
        return kind switch
        {
            FlashTurn => $"/pay/{id}",
            NoteInvited => $"/orders/{id}/review",
            Lead => $"/desk/{id}/leads",
            _ when kind.StartsWith(AfterSale, StringComparison.Ordinal) => $"/after-sales/{id}",
            _ => $"/orders/{id}",
        };
    }
}
