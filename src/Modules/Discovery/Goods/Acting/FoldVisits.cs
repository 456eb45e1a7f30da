using Sward.Discovery.Signals;

namespace Sward.Discovery.Goods.Acting;

/// <summary>Folds the visits to pages of goods into what people did with them. Signals of visitors and of the nameless say nothing about anybody.</summary>
internal sealed class FoldVisits(DiscoveryDb db)
{
    /// <summary>Part of the roll-up of signals, in its transaction.</summary>
    public async Task RunAsync(IEnumerable<Signal> signals, CancellationToken ct)
    {
        Signal[] visits = [.. signals.Where(signal => signal is { TargetKind: "product", Type: "open", AccountId: > 0 })];
        if (visits.Length == 0)
        {
            return;
        }

        long[] accountIds = [.. visits.Select(visit => visit.AccountId).Distinct()];
        long[] productIds = [.. visits.Select(visit => visit.TargetId).Distinct()];
        var rows = await db.ProductActions.Where(a => accountIds.Contains(a.AccountId) && productIds.Contains(a.ProductId)).ToDictionaryAsync(a => (a.AccountId, a.ProductId), ct);
        foreach (var visit in visits)
        {
            if (!rows.TryGetValue((visit.AccountId, visit.TargetId), out var action))
            {
                rows[(visit.AccountId, visit.TargetId)] = action = db.ProductActions.Add(new ProductAction { AccountId = visit.AccountId, ProductId = visit.TargetId }).Entity;
            }

            action.Viewed = true;
            action.At = visit.HappenedAt > action.At ? visit.HappenedAt : action.At;
        }
    }
}
