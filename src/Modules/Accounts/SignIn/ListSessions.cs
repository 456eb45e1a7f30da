using System.Globalization;
using Sward.Contracts.Accounts;

namespace Sward.Accounts;

/// <summary>Where the account is signed in, newest first.</summary>
internal static class ListSessions
{
    public sealed record Item(long Id, string Agent, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, bool Current);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/", HandleAsync)
        .WithName("ListSessions")
        .RequireAuthorization();

    public static async Task<Page<Item>> ReadAsync(AccountsDb db, CurrentAccount account, long before, int size, CancellationToken ct)
    {
        var (accountId, current) = (account.Id, account.SessionId);
        var sessions = await db.Sessions.AsNoTracking()
            .Where(s => s.AccountId == accountId && s.Id < before)
            .OrderByDescending(s => s.Id).Take(size + 1)
            .Select(s => new Item(s.Id, s.Agent, s.StartedAt, s.LastSeenAt, s.Id == current))
            .ToListAsync(ct);
        return Page<Item>.Of(sessions, size, s => Cursor.Encode(s.Id));
    }

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> HandleAsync([AsParameters] PageQuery page, AccountsDb db, CurrentAccount account, CancellationToken ct) =>
        Cursor.TryDecode(page.Cursor, out var before, out _)
            ? TypedResults.Ok(await ReadAsync(db, account, before, page.Size, ct))
            : Problems.BadRequest("kernel.bad-cursor");
}

/// <summary>Ends a session: <c>current</c>, or any other of the account's own.</summary>
internal static class EndSession
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/{sessionId}", HandleAsync)
        .WithName("EndSession")
        .RequireAuthorization()
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(string sessionId, Sessions sessions, CurrentAccount account, CancellationToken ct)
    {
        var id = sessionId is "current" ? account.SessionId : long.TryParse(sessionId, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return id is { } known && await sessions.EndAsync(account.Id, known, ct) ? TypedResults.NoContent() : Problems.NotFound("accounts.session-not-found");
    }
}
