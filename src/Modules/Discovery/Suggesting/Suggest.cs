using Sward.Discovery.Pipeline;

namespace Sward.Discovery.Suggesting;

/// <summary>Asks the sources of a list and puts together what they say. A source may fail alone.</summary>
internal sealed class Suggest(StageRunner stages)
{
    /// <summary>Places of the order between two of the others.</summary>
    private const int Stretch = 3;

    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(500);

    /// <summary>Everything the sources found, each once, in the order in which it is shown.</summary>
    public async ValueTask<IReadOnlyList<Suggestion>> RunAsync(SuggestionList list, FeedContext context, CancellationToken ct)
    {
        var ordered = Added(await AskAsync(list.Name, list.Sources, context, ct));
        var known = ordered.Select(suggestion => suggestion.Id).ToHashSet();
        var between = (await AskAsync(list.Name, list.Between is null ? [] : [list.Between], context, ct)).FindAll(suggestion => !known.Contains(suggestion.Id));
        var plain = await AskAsync(list.Name, list.Plain, context, ct);
        return [.. Mixed(ordered, between).Concat(plain).DistinctBy(found => found.Id)];
    }

    private async ValueTask<List<Suggestion>> AskAsync(string list, IReadOnlyList<ISuggests> sources, FeedContext context, CancellationToken ct)
    {
        var found = new List<Suggestion>();
        var maySeeDeeds = context.Ask.ReaderId is not null && context.Personalisation.IsOn;
        foreach (var source in sources.Where(source => maySeeDeeds || !source.IsPersonal))
        {
            await stages.RunAsync(
                list, source, Budget, async stop =>
                {
                    var says = await source.SuggestAsync(context, stop);
                    found.AddRange(says.Select(suggestion => suggestion with { Source = source.Name }));
                    return says.Count;
                }, ct);
        }

        return found;
    }

    private static List<Suggestion> Added(List<Suggestion> found) => [.. found
        .GroupBy(suggestion => suggestion.Id)
        .Select(same => same.MaxBy(suggestion => suggestion.Score) with { Score = same.Sum(suggestion => suggestion.Score) })
        .OrderByDescending(suggestion => suggestion.Score).ThenBy(suggestion => suggestion.Id)];

    /// <summary>Three of the order, one of the others, and so on; whichever ends first leaves the rest to the other.</summary>
    private static IEnumerable<Suggestion> Mixed(List<Suggestion> ordered, List<Suggestion> between)
    {
        var (next, place) = (0, 0);
        foreach (var suggestion in ordered)
        {
            yield return suggestion;
            if (++place % Stretch == 0 && next < between.Count)
            {
                yield return between[next++];
            }
        }

        foreach (var suggestion in between.Skip(next))
        {
            yield return suggestion;
        }
    }
}
