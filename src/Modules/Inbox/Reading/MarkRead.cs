using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;

namespace Sward.Inbox;

/// <summary>Marks notices as read. What comes later begins a new notice.</summary>
internal sealed class MarkRead(InboxDb db, UnreadTotals unread, TimeProvider clock)
{
    /// <summary>Which ones.</summary>
    /// <param name="Kind">A tab; without it all tabs.</param>
    /// <param name="Until">What happened after this stays unread; without it everything up to now is read.</param>
    public sealed record Request(
        [AllowedValues(null, NoticeKinds.LikesTab, NoticeKinds.FollowsTab, NoticeKinds.CommentsTab, NoticeKinds.OrdersTab, NoticeKinds.WantsTab, NoticeKinds.CouponsTab)] string? Kind = null, DateTimeOffset? Until = null);

    public static void Map(IEndpointRouteBuilder notices) => notices
        .MapPost("/read", async (Request? request, MarkRead mark, ICurrentAccount account, CancellationToken ct) =>
        {
            await mark.RunAsync(account.Id, request?.Kind, request?.Until, ct);
            return TypedResults.NoContent();
        })
        .WithName("MarkRead")
        .RequireAuthorization();

    public async Task RunAsync(long accountId, string? tab, DateTimeOffset? until, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var last = until ?? now;
        await db.Notices
            .Where(n => n.AccountId == accountId && n.ReadAt == null && (tab == null || n.Tab == tab) && n.At <= last)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now).SetProperty(n => n.OpenGroup, (string?)null), ct);
        unread.Forget(accountId);
    }
}
