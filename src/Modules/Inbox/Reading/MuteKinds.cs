using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;

namespace Sward.Inbox;

/// <summary>Switches kinds of notices off and on.</summary>
internal sealed class MuteKinds(InboxDb db)
{
    /// <summary>The tabs that are off.</summary>
    public sealed record Muted([MaxLength(10)] IReadOnlyList<string> Kinds);

    public static void Map(IEndpointRouteBuilder notices)
    {
        notices.MapGet("/muted", HandleReadAsync).WithName("ReadMutedKinds").RequireAuthorization();
        notices.MapPut("/muted", HandleReplaceAsync).WithName("ReplaceMutedKinds").RequireAuthorization();
    }

    public Task<List<string>> ReadAsync(long accountId, CancellationToken ct) => db.MutedTabs.Where(m => m.AccountId == accountId).Select(m => m.Tab).ToListAsync(ct);

    /// <summary>Replaces what was off.</summary>
    public async Task ReplaceAsync(long accountId, IEnumerable<string> tabs, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.MutedTabs.Where(m => m.AccountId == accountId).ExecuteDeleteAsync(ct);
        foreach (var tab in tabs.Distinct(StringComparer.Ordinal))
        {
            await db.InsertOnceAsync(new MutedTab { AccountId = accountId, Tab = tab }, ct);
        }

        await transaction.CommitAsync(ct);
    }

    private static async Task<Ok<Muted>> HandleReadAsync(MuteKinds mute, ICurrentAccount account, CancellationToken ct) =>
        TypedResults.Ok(new Muted(await mute.ReadAsync(account.Id, ct)));

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleReplaceAsync(Muted request, MuteKinds mute, ICurrentAccount account, CancellationToken ct)
    {
        if (request.Kinds.Except(NoticeKinds.Tabs, StringComparer.Ordinal).Any())
        {
            return Problems.BadRequest("inbox.unknown-kind");
        }

        await mute.ReplaceAsync(account.Id, request.Kinds, ct);
        return TypedResults.NoContent();
    }
}
