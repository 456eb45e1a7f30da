using System.Buffers;
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
    private readonly Dictionary<long, int> indices = NoteIds.Select((id, index) => (id, index)).ToDictionary();
    private readonly Neighbourhood neighbourhood = new(Graph);
    private readonly ByteVectors bytes = new(Vectors);
    private readonly Factors unobserved = UnobservedOf(Vectors, Als);

    /// <summary>The smooth part of tastes; null where the hold-out gave it no weight, and then it costs nothing.</summary>
    public SmoothTerm? Smooth { get; init; }

    /// <summary>
    /// Notes for somebody who did this, best first: score = Σ_j a_j w(j → i) + AlsWeight · n · w_u·h_i + the smooth term, above 0. What they acted on is left out.
    /// </summary>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<Proposal> For(IReadOnlyList<Seed> actions, int most)
    {
        Seed[] known = [.. actions.Where(action => indices.ContainsKey(action.NoteId))];
        (int Index, float Weight)[] seeds = [.. known.Where(action => action.Weight > 0).Select(action => (indices[action.NoteId], action.Weight))];
        if (seeds.Length == 0)
        {
            return [];
        }

        var rented = ArrayPool<float>.Shared.Rent(NoteIds.Length);
        var scores = rented.AsSpan(0, NoteIds.Length);
        scores.Clear();
        AddVectors(scores, seeds);
        var near = neighbourhood.Of(seeds);
        foreach (var neighbour in near)
        {
            scores[neighbour.Index] += neighbour.Sum;
        }

        foreach (var action in known)
        {
            scores[indices[action.NoteId]] = float.NegativeInfinity;
        }

        var top = new TopList(most);
        top.OfferAll(scores);
        (int Index, float Score)[] best = [.. top.Take().Where(note => note.Score > 0)];
        var worst = best.Length == 0 ? float.PositiveInfinity : best[^1].Score;
        var said = new Dictionary<int, int>(most);
        foreach (var neighbour in near)
        {
            if (scores[neighbour.Index] >= worst)
            {
                said[neighbour.Index] = neighbour.Seed;
            }
        }

        ArrayPool<float>.Shared.Return(rented);
        return Array.ConvertAll(best, note => new Proposal(NoteIds[note.Index], said.TryGetValue(note.Index, out var seed) ? NoteIds[seed] : null));
    }

    /// <summary>What people turned to after a note, likeliest first.</summary>
    public IEnumerable<long> After(long noteId) => indices.TryGetValue(noteId, out var index) ? Next.IndicesOf(index).ToArray().Select(next => NoteIds[next]) : [];

    private void AddVectors(Span<float> scores, (int Index, float Weight)[] seeds)
    {
        var (seen, weights) = (Array.ConvertAll(seeds, seed => seed.Index), Array.ConvertAll(seeds, seed => seed.Weight));
        var person = ImplicitAls.SolvePerson(unobserved, Vectors, seen, weights, Als);
        VectorMath.Scale(person, AlsWeight * seeds.Length);
        bytes.AddProducts(person, scores);
        Smooth?.AddTo(scores, seen, weights);
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
    private readonly ByteVectors bytes = new(Filter.Items);

    public void AddTo(Span<float> scores, ReadOnlySpan<int> seen, ReadOnlySpan<float> weights)
    {
        var person = Filter.PersonOf(seen, weights);
        VectorMath.Scale(person, Weight);
        bytes.AddProducts(person, scores);
    }
}

/// <summary>A note that a model proposes, and the note of the person's own that speaks most for it.</summary>
internal readonly record struct Proposal(long NoteId, long? SeedId);

/// <summary>A note that a person did something with, and what that counts, in likes.</summary>
internal readonly record struct Seed(long NoteId, float Weight);
