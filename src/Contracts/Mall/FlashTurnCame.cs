namespace Sward.Contracts.Mall;

/// <summary>Somebody on the waiting list of a limited-time purchase got units: they are held until <paramref name="Until"/> for the payment.</summary>
public sealed record FlashTurnCame(long PaymentId, long OrderId, string Number, long BuyerId, DateTimeOffset Until, DateTimeOffset At) : IEvent
{
    public static string Name => "mall.flash-turn-came.v1";
}
