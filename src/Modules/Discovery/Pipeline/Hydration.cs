using Sward.Contracts.Accounts;
using Sward.Discovery.Experiments;
using Sward.Discovery.Hiding;
using Sward.Discovery.Portrait;

namespace Sward.Discovery.Pipeline;

/// <summary>Gathers what stages need to know of the reader. It may not fail alone: without it the filters would not know whom to protect.</summary>
internal sealed class Hydration(ICircles circles, HidesOfPeople hides, PersonalisationOfPeople people, DrawPortrait portraits, RunningExperiments experiments)
{
    public async ValueTask<FeedContext> OfAsync(FeedAsk ask, CancellationToken ct)
    {
        var context = new FeedContext(ask, await circles.OfAsync(ask.ReaderId, ct), await hides.OfAsync(ask.ReaderId, ct)) { Treatment = experiments.Of(ask.ReaderId) };
        if (ask.ReaderId is not { } readerId)
        {
            return context;
        }

        var personalisation = await people.OfAsync(readerId, ct);
        return context with { Personalisation = personalisation, Portrait = new(() => portraits.RunAsync(readerId, personalisation, ct)) };
    }
}
