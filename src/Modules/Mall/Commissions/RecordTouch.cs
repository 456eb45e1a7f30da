using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Contracts.Discovery;
using Sward.Contracts.Notes;

namespace Sward.Mall.Commissions;

/// <summary>Somebody came to a product by a note or somebody's link.</summary>
/// <param name="SourceId">The note, or the account whose link it was.</param>
internal sealed record Arrival(long ProductId, TouchKind Kind, long SourceId, DateTimeOffset At)
{
    /// <summary>What the address of a product's page says; a note goes before a link. Null when it says nothing.</summary>
    public static Arrival? Of(long productId, long? noteId, long? sharerId, DateTimeOffset at) =>
        noteId is { } note ? new(productId, TouchKind.Note, note, at) : sharerId is { } sharer ? new(productId, TouchKind.Link, sharer, at) : null;
}

/// <summary>
/// Remembers by which note or link somebody came to a product. One's own are remembered too: who finds their own link last, owes nobody for it. Of people who switched personalisation
/// off nothing is kept.
/// </summary>
internal sealed class RecordTouch(MallDb db, INoteCards notes, IAccountCards accounts, IPersonalisation personalisation)
{
    /// <summary>Keeps these touches, or their newer time. A note that the account may not see, and what is not there, led nobody anywhere.</summary>
    public async Task RecordAsync(long accountId, IReadOnlyCollection<Arrival> arrivals, CancellationToken ct)
    {
        if (arrivals.Count == 0 || !await personalisation.IsOnAsync(accountId, ct))
        {
            return;
        }

        long[] SourcesOf(TouchKind kind) => [.. arrivals.Where(arrival => arrival.Kind == kind).Select(arrival => arrival.SourceId).Distinct()];
        var shown = await notes.GetAsync(SourcesOf(TouchKind.Note), accountId, ct);
        var sharers = await accounts.GetAsync(SourcesOf(TouchKind.Link), ct);
        long[] productIds = [.. arrivals.Select(arrival => arrival.ProductId).Distinct()];
        var there = await db.Products.Where(p => productIds.Contains(p.Id)).Select(p => p.Id).ToHashSetAsync(ct);
        foreach (var arrival in arrivals.Where(arrival => there.Contains(arrival.ProductId)))
        {
            long? earner = arrival.Kind is TouchKind.Link ? (sharers.ContainsKey(arrival.SourceId) ? arrival.SourceId : null) : shown.GetValueOrDefault(arrival.SourceId)?.AuthorId;
            if (earner is { } earnerId)
            {
                await KeepAsync(new Touch { AccountId = accountId, ProductId = arrival.ProductId, Kind = arrival.Kind, SourceId = arrival.SourceId, EarnerId = earnerId, At = arrival.At }, ct);
            }
        }
    }

    private async Task KeepAsync(Touch touch, CancellationToken ct)
    {
        if (!await db.InsertOnceAsync(touch, ct))
        {
            await db.Touches.Where(t => t.AccountId == touch.AccountId && t.ProductId == touch.ProductId && t.Kind == touch.Kind && t.SourceId == touch.SourceId && t.At < touch.At)
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
