using Microsoft.Extensions.Logging;

namespace Sward.Mall.Ledger;

/// <summary>Looks after the books and the stock, and raises the alarm in the log when something does not add up.</summary>
internal sealed class CheckInvariants(Invariants invariants, ILogger<CheckInvariants> log) : IClockJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var broken in await invariants.BrokenAsync(ct))
        {
            log.LogCritical("The mall does not add up. {Broken}", broken);
        }
    }
}
