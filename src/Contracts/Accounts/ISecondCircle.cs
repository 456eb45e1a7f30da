namespace Sward.Contracts.Accounts;

/// <summary>Somebody whom others follow that one follows oneself.</summary>
/// <param name="By">How many of them do. Who they are is nobody's business.</param>
public sealed record SecondHand(long AccountId, int By);

/// <summary>Finds whom those follow that somebody follows.</summary>
public interface ISecondCircle
{
    /// <summary>Those who are followed by the people somebody followed last, the person and whom they follow already left out; followed by most of them first.</summary>
    /// <param name="most">How many are told at most.</param>
    Task<IReadOnlyList<SecondHand>> OfAsync(long accountId, int most, CancellationToken ct);
}
