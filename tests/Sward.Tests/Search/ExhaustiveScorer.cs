using Sward.Search;

namespace Sward.Tests.Search;

/// <summary>Scores every document by the definition, one after the other: slow, plain, and what the index must agree with to the last digit.</summary>
internal sealed class ExhaustiveScorer(Tuning tuning)
{
    private static readonly double[] Shares = [.5, .2, 0];

    private readonly Dictionary<long, Dictionary<Term, byte>> documents = [];

    public void Put(long id, IEnumerable<FieldText> text) => documents[id] = Impacts.Of(text, tuning).ToDictionary();

    public void Remove(long id) => documents.Remove(id);

    public int HoldersOf(Term term) => documents.Values.Count(d => d.ContainsKey(term));

    /// <summary>The weight of a term by definition, when no document is dead.</summary>
    public int WeightOf(Term term) => (int)Math.Round(WeightedQuery.Unit * Math.Log(1 + ((documents.Count - HoldersOf(term) + .5) / (HoldersOf(term) + .5))));

    /// <summary>Searches with the weights that the index gives to the terms, which know of the dead.</summary>
    public Found Find(WeightedQuery query, int relaxBelow, int take, Func<long, float, long?> rank)
    {
        var scored = documents.Select(d => (
            Id: d.Key,
            Holds: !query.HasStrangers && query.Finding.All(t => d.Value.ContainsKey(t.Term)),
            Held: query.Finding.Where(t => d.Value.ContainsKey(t.Term)).Sum(t => (long)t.Weight),
            Sum: query.Finding.Concat(query.Sharpening).Sum(t => (long)t.Weight * d.Value.GetValueOrDefault(t.Term))))
            .Where(d => d.Held > 0)
            .Select(d => (d.Holds, d.Held, Hit: rank(d.Id, (float)((double)d.Sum * d.Held / query.Whole / WeightedQuery.Unit / Impacts.Full)) is { } place ? new Hit(d.Id, place) : (Hit?)null))
            .Where(d => d.Hit is not null)
            .ToList();

        var strict = scored.Where(d => d.Holds).ToList();
        var picked = strict;
        if (strict.Count < relaxBelow && (query.HasStrangers || query.Finding.Count > 1))
        {
            picked = Shares.Select(share => scored.Where(d => d.Held >= share * query.Whole).ToList()).First(p => p.Count >= relaxBelow || p.Count == scored.Count);
        }

        var isRelaxed = picked.Count > strict.Count;
        return new Found(
            [.. (isRelaxed ? picked : strict).Select(d => d.Hit!.Value).OrderDescending(Hit.BestLast).Take(take)],
            Math.Min(BestHits<int>.CountedTo, isRelaxed ? picked.Count : strict.Count),
            isRelaxed);
    }
}
