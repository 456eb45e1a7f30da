using Sward.Contracts.Accounts;

namespace Sward.Inbox.Reading;

/// <summary>A person's notices, newest first, all of them or of one kind.</summary>
internal static class ReadNotices
{
    public static void Map(IEndpointRouteBuilder notices) => notices
        .MapGet("", HandleAsync)
        .WithName("ReadNotices")
        .RequireAuthorization();

    /// <summary>Where a cursor stands; no cursor stands before the newest.</summary>
    public static bool TryPlace(string? cursor, out DateTimeOffset before, out long beforeId)
    {
        var isPlace = Cursor.TryDecode(cursor, out var ticks, out beforeId, DateTimeOffset.MaxValue.UtcTicks) && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks;
        before = isPlace ? new DateTimeOffset(ticks, TimeSpan.Zero) : default;
        return isPlace;
    }

    private static async Task<Results<Ok<Page<NoticeView>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page, string? kind, Notices notices, ICurrentAccount account, CancellationToken ct)
    {
        if (kind is not null && NoticeKinds.TabOf(kind) is null && !NoticeKinds.Tabs.Contains(kind, StringComparer.Ordinal))
        {
            return Problems.BadRequest("inbox.unknown-kind");
        }

        return TryPlace(page.Cursor, out var before, out var beforeId)
            ? TypedResults.Ok(await notices.ReadAsync(account.Id, kind, before, beforeId, page.Size, ct))
            : Problems.BadRequest("kernel.bad-cursor");
    }
}
