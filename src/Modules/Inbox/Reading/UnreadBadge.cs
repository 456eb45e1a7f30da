using Sward.Contracts.Pages;

namespace Sward.Inbox;

/// <summary>The number on the bell of the main navigation.</summary>
internal sealed class UnreadBadge(Notices notices) : IPageSlot
{
    public string Place => "layout.inbox";

    public async Task<SlotContent?> LoadAsync(long subjectId, long? readerId, string? cursor, CancellationToken ct)
    {
        var total = readerId is { } reader ? (await notices.CountUnreadAsync(reader, ct)).Values.Sum() : 0;
        return total == 0 ? null : new SlotContent("/Inbox/Reading/_UnreadBadge.cshtml", total);
    }
}
