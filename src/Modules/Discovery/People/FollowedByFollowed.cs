using System.Globalization;
using Sward.Contracts.Accounts;
using Sward.Discovery.Authors;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Suggesting;

namespace Sward.Discovery.People;

/// <summary>People whom several of those follow that the reader follows. It is told how many, never who.</summary>
/// <remarks>score(i) = by(i) / (1 + followers(i))^½, over the largest of them: whom everybody follows is no surprise (a cosine on the side of the followed).</remarks>
internal sealed class FollowedByFollowed(ISecondCircle secondCircle, AuthorSizes authors) : ISuggests
{
    private const int Most = 300;

    public string Name => "followed-by-followed";

    public bool IsPersonal => true;

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(FeedContext context, CancellationToken ct)
    {
        var found = await secondCircle.OfAsync(context.Ask.ReaderId!.Value, Most, ct);
        if (found.Count == 0)
        {
            return [];
        }

        var most = found.Max(Damped);
        return [.. found.Select(person => new Suggestion(person.AccountId, Damped(person) / most, WhyOf(person.By)))];
    }

    private double Damped(SecondHand person) => person.By / Math.Sqrt(1 + authors.FollowersOf(person.AccountId));

    private static Reason WhyOf(int by) => by == 1 ? new("followed-by-one") : new("followed-by", by.ToString(CultureInfo.InvariantCulture));
}
