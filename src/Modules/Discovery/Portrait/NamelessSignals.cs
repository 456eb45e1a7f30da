using Sward.Discovery.Signals;

namespace Sward.Discovery.Portrait;

/// <summary>Takes the account off the signals of people who switched personalisation off, before anything is written.</summary>
internal sealed class NamelessSignals(PersonalisationOfPeople people)
{
    public async ValueTask<Signal[]> OfAsync(Signal[] signals, CancellationToken ct)
    {
        var off = new HashSet<long>();
        foreach (var accountId in signals.Select(signal => signal.AccountId).Where(id => id != 0).Distinct())
        {
            if (!(await people.OfAsync(accountId, ct)).IsOn)
            {
                off.Add(accountId);
            }
        }

        return off.Count == 0 ? signals : Array.ConvertAll(signals, signal => off.Contains(signal.AccountId) ? signal with { AccountId = 0 } : signal);
    }
}
