using Sward.Contracts.Accounts;
using Sward.Discovery.Experiments;
using Sward.Discovery.Filters;
using Sward.Discovery.Hiding;
using Sward.Discovery.Portrait;

namespace Sward.Discovery.Pipeline;

/// <summary>Gathers what stages need to know of the reader. It may not fail alone: without it the filters would not know whom to protect.</summary>
internal sealed class Hydration(ICircles circles, HidesOfPeople hides, PersonalisationOfPeople people, RecentlySeen recently, TastesOfPeople tastes, RunningExperiments experiments)
{
    /// <summary>What is known of who asks, or of nobody.</summary>
    /// <param name="surface">Where the reader is to be shown notes; null for people and goods.</param>
    public async ValueTask<FeedContext> OfAsync(Surface? surface, FeedAsk ask, CancellationToken ct)
    {
        var context = new FeedContext(ask, await circles.OfAsync(ask.ReaderId, ct), await hides.OfAsync(ask.ReaderId, ct)) { Treatment = experiments.Of(ask.ReaderId) };
        if (ask.ReaderId is not { } readerId)
        {
            return context;
        }

        var personalisation = await people.OfAsync(readerId, ct);
        var skipsSeen = personalisation.IsOn && surface?.SkipsSeen == true && !ask.Cursor.IsAgain;
        context = context with { Personalisation = personalisation, Portrait = new(() => tastes.OfAsync(readerId, personalisation, ct).AsTask()) };
        return skipsSeen ? context with { Seen = SeenBy(readerId, personalisation), Tired = (await context.Portrait.Value).Tired } : context;
    }

    private SeenOfReader? SeenBy(long readerId, Personalisation personalisation) =>
        recently.Of(readerId) is var recent && (recent.Count > 0 || personalisation.Seen is not null) ? new(personalisation.Seen, recent) : null;
}
