namespace Sward.Contracts.Discovery;

/// <summary>Knows who switched personalisation off: what they look at is then not kept with their account.</summary>
public interface IPersonalisation
{
    ValueTask<bool> IsOnAsync(long accountId, CancellationToken ct);
}
