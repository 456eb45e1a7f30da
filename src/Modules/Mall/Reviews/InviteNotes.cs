using Sward.Contracts.Mall;
using Sward.Mall.Orders;

namespace Sward.Mall.Reviews;

/// <summary>Asks a buyer once for an order to write about what they kept of it.</summary>
internal sealed class InviteNotes(MallDb db, ReceiptWindows windows)
{
    /// <summary>Asks; the caller sees that it is the one time.</summary>
    /// <param name="lines">What has arrived or was used; what was given back is left out.</param>
    public void Invite(Order order, IEnumerable<OrderLine> lines, DateTimeOffset now)
    {
        long[] productIds = [.. lines.Where(line => !line.IsUndone).Select(line => line.ProductId).Distinct()];
        if (productIds.Length > 0)
        {
            db.Announce(new NoteInvited(order.Id, order.Number, order.BuyerId, productIds, windows.EndOfReviews(now), now));
        }
    }
}
