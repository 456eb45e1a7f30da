using Sward.Contracts.Accounts;

namespace Sward.Inbox;

/// <summary>A person's notices, newest first, all of them or of one kind.</summary>
internal static class ReadNotices
{
    public static void Map(IEndpointRouteBuilder notices) => notices
        .MapGet("", HandleAsync)
        .WithName("ReadNotices")
        .RequireAuthorization();

    private static async Task<Results<Ok<Page<NoticeView>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page, string? kind, Notices notices, ICurrentAccount account, CancellationToken ct)
    {
        if (kind is not null && NoticeKinds.TabOf(kind) is null && !NoticeKinds.Tabs.Contains(kind, StringComparer.Ordinal))
        {
            return Problems.BadRequest("inbox.unknown-kind");
        }

        return MomentCursor.TryRead(page.Cursor, out var before, out var beforeId)
            ? TypedResults.Ok(await notices.ReadAsync(account.Id, kind, before, beforeId, page.Size, ct))
            : Problems.BadRequest("kernel.bad-cursor");
    }
}
