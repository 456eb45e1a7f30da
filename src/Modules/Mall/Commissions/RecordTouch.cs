using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;

namespace Sward.Mall.Commissions;

/// <summary>Remembers by which note or link somebody came to a product. One's own are remembered too: who finds their own link last, owes nobody for it.</summary>
internal sealed class RecordTouch(MallDb db, INoteCards notes, IAccountCards accounts, TimeProvider clock)
{
    /// <summary>Keeps the touch, or its newer time.</summary>
    /// <param name="noteId">The note that showed the product; unless the account may see it, it led nobody anywhere.</param>
    /// <param name="sharerId">Whose link it was, when no note led there.</param>
    public async Task RecordAsync(long accountId, long productId, long? noteId, long? sharerId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (noteId is { } id && (await notes.GetAsync([id], accountId, ct)).TryGetValue(id, out var note))
        {
            await KeepAsync(new Touch { AccountId = accountId, ProductId = productId, Kind = TouchKind.Note, SourceId = id, EarnerId = note.AuthorId, At = now }, ct);
        }
        else if (sharerId is { } sharer && (await accounts.GetAsync([sharer], ct)).ContainsKey(sharer))
        {
            await KeepAsync(new Touch { AccountId = accountId, ProductId = productId, Kind = TouchKind.Link, SourceId = sharer, EarnerId = sharer, At = now }, ct);
        }
    }

    private async Task KeepAsync(Touch touch, CancellationToken ct)
    {
        if (!await db.InsertOnceAsync(touch, ct))
        {
            await db.Touches.Where(t => t.AccountId == touch.AccountId && t.ProductId == touch.ProductId && t.Kind == touch.Kind && t.SourceId == touch.SourceId)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.At, touch.At), ct);
        }
    }
}

/// <summary>Forgets touches whose window is over.</summary>
internal sealed class ForgetTouches(MallDb db, IOptions<MallOptions> options, TimeProvider clock) : IClockJob
{
    public Task RunAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow().AddDays(-options.Value.LongestTouchDays);
        return db.Touches.Where(t => t.At < before).ExecuteDeleteAsync(ct);
    }
}
