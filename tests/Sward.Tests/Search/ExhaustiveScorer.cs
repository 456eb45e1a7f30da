using Sward.Search;

namespace Sward.Tests.Search;

/// <summary>Scores every document by the definition, one after the other: slow, plain, and what the index must agree with.</summary>
internal sealed class ExhaustiveScorer(Tuning tuning)
{
    private static readonly double[] Shares = [.5, .2, 0];

    private readonly Dictionary<long, Dictionary<Term, byte>> documents = [];

    public void Put(long id, IEnumerable<FieldText> text) => documents[id] = Impacts.Of(text, tuning).ToDictionary();

    public Found Find(Query query, int relaxBelow, int take)
    {
        var weights = query.Terms
            .Where(t => t.Use != TokenUse.PartOfRun)
            .Select(t => (t.Term, Finds: t.Use == TokenUse.Finds, Holders: documents.Values.Count(d => d.ContainsKey(t.Term))))
            .Select(t => (t.Term, t.Finds, t.Holders, Weight: Math.Log(1 + ((documents.Count - t.Holders + .5) / (t.Holders + .5)))))
            .ToList();
        var known = weights.Where(t => t.Finds && t.Holders > 0).Sum(t => t.Weight);
        var scored = documents.Select(d => (
            Id: d.Key,
            Holds: weights.Where(t => t.Finds).All(t => d.Value.ContainsKey(t.Term)),
            Share: weights.Where(t => t.Finds && d.Value.ContainsKey(t.Term)).Sum(t => t.Weight) / known,
            Score: weights.Sum(t => t.Weight * d.Value.GetValueOrDefault(t.Term) / Impacts.Full))).Where(d => d.Share > 0).ToList();

        var strict = scored.Where(d => d.Holds).ToList();
        var picked = strict;
        if (strict.Count < relaxBelow && weights.Count(t => t.Finds) > 1)
        {
            // A document at the very edge of a share may fall to either side by rounding; the tests' weights leave room.
            picked = Shares.Select(share => scored.Where(d => d.Share >= share - 1e-6).ToList()).First(p => p.Count >= relaxBelow || p.Count == scored.Count);
        }

        var isRelaxed = picked.Count > strict.Count;
        return new Found(
            [.. (isRelaxed ? picked : strict).Select(d => new Hit(d.Id, (long)(d.Score * (isRelaxed ? d.Share : 1) * 1_000_000))).OrderDescending(Hit.BestLast).Take(take)],
            isRelaxed ? picked.Count : strict.Count,
            isRelaxed);
    }
}
