using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;

namespace Sward.Accounts;

/// <summary>Followers and followees of an account, newest first, searchable by name.</summary>
internal sealed class ListFollows(AccountsDb db, IAccountCards cards, ICircles circles, ICurrentAccount reader)
{
    /// <summary>One person of the list, and whether the reader follows them. Labels are the reader's own.</summary>
    public sealed record Item(AccountCard Account, bool Following, IReadOnlyList<string> Labels);

    public static void Map(IEndpointRouteBuilder accounts)
    {
        accounts.MapGet("/{accountId:long}/followers", HandleFollowersAsync).WithName("ListFollowers").AllowAnonymous().ProducesProblem(StatusCodes.Status404NotFound);
        accounts.MapGet("/{accountId:long}/following", HandleFollowingAsync).WithName("ListFollowing").AllowAnonymous().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<Results<Ok<Page<Item>>, ProblemHttpResult>> HandleFollowersAsync(
        long accountId, [AsParameters] PageQuery page, [MaxLength(24)] string? q, ListFollows list, CancellationToken ct) => list.AnswerAsync(accountId, ofFollowers: true, q, page, ct);

    private static Task<Results<Ok<Page<Item>>, ProblemHttpResult>> HandleFollowingAsync(
        long accountId, [AsParameters] PageQuery page, [MaxLength(24)] string? q, ListFollows list, CancellationToken ct) => list.AnswerAsync(accountId, ofFollowers: false, q, page, ct);

    private async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> AnswerAsync(long accountId, bool ofFollowers, string? words, PageQuery page, CancellationToken ct) =>
        Cursor.TryDecode(page.Cursor, out var before, out _)
            ? await ReadAsync(accountId, ofFollowers, words, before, page.Size, ct) is { } found ? TypedResults.Ok(found) : Problems.NotFound("accounts.account-not-found")
            : Problems.BadRequest("kernel.bad-cursor");

    /// <summary>A page of the list, or null when the reader may not see the account.</summary>
    public async Task<Page<Item>?> ReadAsync(long accountId, bool ofFollowers, string? words, long before, int size, CancellationToken ct)
    {
        var circle = await circles.OfAsync(reader.IdOrNull, ct);
        if (circle.Blocked.Contains(accountId) || !await db.Accounts.AnyAsync(a => a.Id == accountId, ct))
        {
            return null;
        }

        var follows = ofFollowers
            ? db.Follows.Where(f => f.FolloweeId == accountId && f.Id < before).Select(f => new { Other = f.FollowerId, f.Id, f.Labels })
            : db.Follows.Where(f => f.FollowerId == accountId && f.Id < before).Select(f => new { Other = f.FolloweeId, f.Id, f.Labels });
        if (!string.IsNullOrWhiteSpace(words))
        {
            var (part, handle) = (words.Trim(), words.Trim().ToLowerInvariant());
            follows = follows.Where(f => db.Accounts.Any(a => a.Id == f.Other && (a.Nickname.Contains(part) || a.Handle.Contains(handle))));
        }

        var rows = await follows.OrderByDescending(f => f.Id).Take(size + 1).AsNoTracking().ToListAsync(ct);
        var people = await cards.GetAsync([.. rows.Select(r => r.Other)], ct);
        var mine = !ofFollowers && reader.IdOrNull == accountId;
        var page = Page<(long Id, Item? Item)>.Of(
            [.. rows.Select(r => (r.Id, people.TryGetValue(r.Other, out var card) && !circle.Blocked.Contains(r.Other)
                ? new Item(card, circle.Following.Contains(r.Other), mine ? r.Labels : [])
                : null))],
            size, row => Cursor.Encode(row.Id));
        return new([.. page.Items.Select(row => row.Item).OfType<Item>()], page.Next);
    }
}
