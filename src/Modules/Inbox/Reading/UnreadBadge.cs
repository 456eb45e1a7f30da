using Sward.Contracts.Pages;

namespace Sward.Inbox;

/// <summary>The number on the bell of the main navigation.</summary>
internal sealed class UnreadBadge(UnreadTotals unread) : IPageSlot
{
    public async Task<SlotContent?> LoadAsync(long subjectId, long? readerId, string? cursor, CancellationToken ct) =>
        readerId is { } reader && await unread.OfAsync(reader, ct) is var total and > 0 ? new SlotContent("/Inbox/Reading/_UnreadBadge.cshtml", total) : null;
}
