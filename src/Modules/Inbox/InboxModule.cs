using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Contracts.Notes;
using Sward.Contracts.Pages;
using Sward.Contracts.Town;

namespace Sward.Inbox;

/// <summary>Inbox: tells people what happened to what is theirs.</summary>
public sealed class InboxModule : IModule
{
    public void AddServices(IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddModuleDb<InboxDb, InboxDbSqlite, InboxDbPostgres>("inbox");
        services.AddValidation();
        services.AddScoped<Teller>();
        services.AddSingleton<UnreadTotals>();
        services.AddScoped<Notices>();
        services.AddScoped<MarkRead>();
        services.AddScoped<MuteKinds>();
        services.AddKeyedScoped<IPageSlot, UnreadBadge>("layout.inbox");
        services.AddScoped<ITownPart, InboxTown>();
        Subscribe(services);
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        var notices = routes.MapApi("/notices", "Inbox");
        ReadNotices.Map(notices);
        CountUnread.Map(notices);
        MarkRead.Map(notices);
        MuteKinds.Map(notices);
    }

    private static void Subscribe(IServiceCollection services) => services
        .Subscribe<NoteLiked, TellOfLikes, InboxDb>(TellOfLikes.Subscriber)
        .Subscribe<NoteUnliked, TellOfLikes, InboxDb>(TellOfLikes.Subscriber)
        .Subscribe<NoteCollected, TellOfLikes, InboxDb>(TellOfLikes.Subscriber)
        .Subscribe<NoteUncollected, TellOfLikes, InboxDb>(TellOfLikes.Subscriber)
        .Subscribe<CommentLiked, TellOfLikes, InboxDb>(TellOfLikes.Subscriber)
        .Subscribe<NoteRemoved, TellOfLikes, InboxDb>(TellOfLikes.Subscriber)
        .Subscribe<AccountFollowed, TellOfFollows, InboxDb>(TellOfFollows.Subscriber)
        .Subscribe<AccountUnfollowed, TellOfFollows, InboxDb>(TellOfFollows.Subscriber)
        .Subscribe<NoteCommented, TellOfComments, InboxDb>(TellOfComments.Subscriber)
        .Subscribe<CommentRemoved, TellOfComments, InboxDb>(TellOfComments.Subscriber)
        .Subscribe<NotePublished, TellOfComments, InboxDb>(TellOfComments.Subscriber)
        .Subscribe<NoteRemoved, TellOfComments, InboxDb>(TellOfComments.Subscriber)
        .Subscribe<DepositPaid, TellOfOrders, InboxDb>(TellOfOrders.Subscriber)
        .Subscribe<RestDue, TellOfOrders, InboxDb>(TellOfOrders.Subscriber)
        .Subscribe<RestClosing, TellOfOrders, InboxDb>(TellOfOrders.Subscriber)
        .Subscribe<OrderPaid, TellOfOrders, InboxDb>(TellOfOrders.Subscriber)
        .Subscribe<OrderShipped, TellOfOrders, InboxDb>(TellOfOrders.Subscriber)
        .Subscribe<OrderReceived, TellOfOrders, InboxDb>(TellOfOrders.Subscriber)
        .Subscribe<OrderCancelled, TellOfOrders, InboxDb>(TellOfOrders.Subscriber)
        .Subscribe<WantAnswered, TellOfWants, InboxDb>("inbox.tell-of-wants")
        .Subscribe<CouponsGiven, TellOfCoupons, InboxDb>(TellOfCoupons.Subscriber)
        .Subscribe<CouponsExpiring, TellOfCoupons, InboxDb>(TellOfCoupons.Subscriber)
        .Subscribe<DeliveryDayChanged, TellOfOrders, InboxDb>(TellOfOrders.Subscriber)
        .Subscribe<LeadAsked, TellOfLeads, InboxDb>("inbox.tell-of-leads")
        .Subscribe<FlashTurnCame, TellOfOrders, InboxDb>(TellOfOrders.Subscriber)
        .Subscribe<NoteInvited, TellOfOrders, InboxDb>(TellOfOrders.Subscriber)
        .Subscribe<AfterSaleMoved, TellOfAfterSales, InboxDb>(TellOfAfterSales.Subscriber)
        .Subscribe<AccountBlocked, ForgetBlocked, InboxDb>("inbox.forget-blocked");
}
