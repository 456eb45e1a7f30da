using Sward.Contracts.Accounts;

namespace Sward.Inbox;

/// <summary>How many notices wait to be read.</summary>
internal static class CountUnread
{
    /// <summary>All together, and by tab.</summary>
    public sealed record Response(int Total, IReadOnlyDictionary<string, int> ByTab);

    public static void Map(IEndpointRouteBuilder notices) => notices
        .MapGet("/unread", HandleAsync)
        .WithName("CountUnread")
        .RequireAuthorization();

    private static async Task<Ok<Response>> HandleAsync(Notices notices, ICurrentAccount account, CancellationToken ct)
    {
        var unread = await notices.CountUnreadAsync(account.Id, ct);
        return TypedResults.Ok(new Response(unread.Values.Sum(), NoticeKinds.Tabs.ToDictionary(tab => tab, tab => unread.GetValueOrDefault(tab), StringComparer.Ordinal)));
    }
}
