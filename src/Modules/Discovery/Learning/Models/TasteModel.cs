using Sward.Discovery.Learning.Matrices;
using Sward.Discovery.Learning.Methods;

namespace Sward.Discovery.Learning.Models;

/// <summary>What was learned from everybody, ready to answer for one person.</summary>
/// <param name="NoteIds">The note of each row and column.</param>
/// <param name="Graph">Each note with its neighbours.</param>
/// <param name="Next">Each note with what people turned to after it.</param>
/// <param name="Vectors">notes × 64.</param>
/// <param name="AlsWeight">What the product of vectors counts beside the graph, per action of a person.</param>
internal sealed record TasteModel(long[] NoteIds, SparseMatrix Graph, SparseMatrix Next, Factors Vectors, float AlsWeight, AlsSettings Als)
{
    /// <summary>Candidates that the vectors propose; the graph proposes all it has.</summary>
    private const int FromVectors = 400;

    private readonly Dictionary<long, int> indices = NoteIds.Select((id, index) => (id, index)).ToDictionary();
    private readonly ByteVectors bytes = new(Vectors);
    private readonly Factors unobserved = UnobservedOf(Vectors, Als);

    /// <summary>The smooth part of tastes; null where the hold-out gave it no weight, and then it costs nothing.</summary>
    public SmoothTerm? Smooth { get; init; }

    /// <summary>Notes for somebody who did this, best first: score = Σ_j a_j w(j → i) + AlsWeight · n · w_u·h_i + the smooth term. What they acted on is left out.</summary>
    public IReadOnlyList<Proposal> For(IReadOnlyList<Seed> actions)
    {
        var seeds = actions.Where(action => action.Weight > 0 && indices.ContainsKey(action.NoteId)).Select(action => (Index: indices[action.NoteId], action.Weight)).ToArray();
        if (seeds.Length == 0)
        {
            return [];
        }

        var found = Graph.NearAll(seeds);
        var (seen, weights) = (Array.ConvertAll(seeds, seed => seed.Index), Array.ConvertAll(seeds, seed => seed.Weight));
        var person = ImplicitAls.SolvePerson(unobserved, Vectors, seen, weights, Als);
        Propose(bytes, person, found);
        var smooth = Smooth?.Filter.PersonOf(seen, weights);
        if (smooth is not null)
        {
            Propose(Smooth!.Bytes, smooth, found);
        }

        foreach (var acted in actions)
        {
            if (indices.TryGetValue(acted.NoteId, out var index))
            {
                found.Remove(index);
            }
        }

        return [.. found
            .Select(pair => (pair.Key, pair.Value.Seed, Score: pair.Value.Sum + (AlsWeight * seeds.Length * VectorMath.Dot(person, Vectors.Row(pair.Key))) + (Smooth?.Of(smooth, pair.Key) ?? 0)))
            .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Key)
            .Select(candidate => new Proposal(NoteIds[candidate.Key], candidate.Seed is { } seed ? NoteIds[seed] : null))];
    }

    /// <summary>What people turned to after a note, likeliest first.</summary>
    public IEnumerable<long> After(long noteId) => indices.TryGetValue(noteId, out var index) ? Next.IndicesOf(index).ToArray().Select(next => NoteIds[next]) : [];

    private static void Propose(ByteVectors among, float[] person, Dictionary<int, (float Sum, int? Seed, float Most)> found)
    {
        var top = new TopList(FromVectors);
        among.OfferAll(person, top);
        foreach (var (index, _) in top.Take())
        {
            found.TryAdd(index, default);
        }
    }

    private static Factors UnobservedOf(Factors vectors, AlsSettings settings)
    {
        var gram = vectors.Gram(new ParallelOptions { MaxDegreeOfParallelism = 1 });
        VectorMath.Scale(gram.Values, settings.Unobserved);
        return gram;
    }
}

/// <summary>The low-pass term of a model.</summary>
/// <param name="Weight">What it counts beside the graph.</param>
internal sealed record SmoothTerm(LowPass Filter, float Weight)
{
    public ByteVectors Bytes { get; } = new(Filter.Items);

    public float Of(ReadOnlySpan<float> person, int index) => Weight * VectorMath.Dot(person, Filter.Items.Row(index));
}

/// <summary>A note that a model proposes, and the note of the person's own that speaks most for it.</summary>
internal readonly record struct Proposal(long NoteId, long? SeedId);

/// <summary>A note that a person did something with, and what that counts, in likes.</summary>
internal readonly record struct Seed(long NoteId, float Weight);
