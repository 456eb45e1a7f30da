using System.Collections.Concurrent;
using Sward.Mall.Checkout;

namespace Sward.Mall.FlashSales;

/// <summary>The requests that are in this node's queue, and for some minutes what became of them. What must outlive the node is in the database: orders and waiters.</summary>
internal sealed class FlashTickets
{
    private static readonly TimeSpan KeptAfterwards = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(long SaleId, long BuyerId, string Key), Lazy<QueuePlace<CheckoutOutcome>>> places = new();

    public bool Has(long saleId, long buyerId, string key) => Find(saleId, buyerId, key) is not null;

    public QueuePlace<CheckoutOutcome>? Find(long saleId, long buyerId, string key) =>
        places.TryGetValue((saleId, buyerId, key), out var place) && place.IsValueCreated ? place.Value : null;

    /// <summary>Enters the queue once for the key, whoever else tries at the same time.</summary>
    public void Keep(long saleId, long buyerId, string key, Func<QueuePlace<CheckoutOutcome>> enter)
    {
        var id = (saleId, buyerId, key);
        try
        {
            _ = ForgetAsync(id, places.GetOrAdd(id, _ => new(enter)).Value.Answer);
        }
        catch (Refusal)
        {
            // The queue was full: the next try may find room.
            places.TryRemove(id, out _);
            throw;
        }
    }

    private async Task ForgetAsync((long SaleId, long BuyerId, string Key) id, Task answer)
    {
        await answer.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.Delay(KeptAfterwards, TimeProvider.System);
        places.TryRemove(id, out _);
    }
}
