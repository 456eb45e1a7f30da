namespace Sward.Contracts.Mall;

/// <summary>A buyer has goods, or has used a voucher, and kept them: the one time that they are asked to write about them.</summary>
/// <param name="ProductIds">What there is to write about; nothing that was given back.</param>
/// <param name="Until">Until when a review can be written.</param>
public sealed record NoteInvited(long OrderId, string Number, long BuyerId, IReadOnlyList<long> ProductIds, DateTimeOffset Until, DateTimeOffset At) : IEvent
{
    public static string Name => "mall.note-invited.v1";
}
