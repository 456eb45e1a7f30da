using Sward.Contracts.Mall;

namespace Sward.Mall.Wants;

/// <summary>Who has paid for a variant wants it no more.</summary>
internal sealed class EndBoughtWants(MallDb db) : IHandle<OrderPaid>
{
    public Task HandleAsync(OrderPaid fact, CancellationToken ct) => db.Wants
        // What was wanted again since then is wanted.
        .Where(w => w.AccountId == fact.BuyerId && w.At <= fact.At && db.OrderLines.Any(line => line.OrderId == fact.OrderId && line.SkuId == w.SkuId))
        .ExecuteDeleteAsync(ct);
}
