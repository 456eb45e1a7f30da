using Sward.Discovery.Signals;

namespace Sward.Discovery.Portrait;

/// <summary>Takes the account off the signals of people who switched personalisation off, and the address off those of visitors, before anything is written.</summary>
internal sealed class NamelessSignals(PersonalisationOfPeople people, Prints prints)
{
    public async ValueTask<Signal[]> OfAsync(Signal[] signals, CancellationToken ct)
    {
        var off = new HashSet<long>();
        foreach (var accountId in signals.Select(signal => signal.AccountId).Where(id => id > 0).Distinct())
        {
            if (!(await people.OfAsync(accountId, ct)).IsOn)
            {
                off.Add(accountId);
            }
        }

        return await prints.PutAsync(signals, off, ct);
    }
}
