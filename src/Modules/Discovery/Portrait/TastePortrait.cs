using System.Collections.Frozen;
using Sward.Discovery.Learning.Acting;
using Sward.Discovery.Learning.Models;

namespace Sward.Discovery.Portrait;

/// <summary>What Sward thinks a person likes: their interests, strongest first, and the notes that models are asked by.</summary>
internal sealed record TastePortrait(IReadOnlyList<Interest> Interests, IReadOnlyList<Seed> Seeds)
{
    /// <summary>What it counts to have chosen an interest, in likes: as much as four notes.</summary>
    private const float Chosen = 4;

    private Made? picks;

    /// <summary>Topics that the reader keeps going straight back from.</summary>
    public IReadOnlySet<InterestKey> Tired { get; init; } = FrozenSet<InterestKey>.Empty;

    public static TastePortrait Empty { get; } = new([], []);

    /// <summary>Interests that notes may be proposed for.</summary>
    public IEnumerable<Interest> Liked => Interests.Where(interest => interest.Weight > 0);

    /// <summary>
    /// weight(i) = turn(i) · (chosen(i) + Σ weight of what they did with notes about i), in likes; a seed weighs what they did with it times the turns of all it is about.
    /// </summary>
    /// <param name="find">Notes as feeds know them; what is gone or private says nothing.</param>
    /// <param name="now">Fatigue passes.</param>
    public static TastePortrait Of(IReadOnlyCollection<NoteAction> actions, IReadOnlyDictionary<InterestKey, InterestTurn> wishes, Func<long, FeedNote?> find, DateTimeOffset now)
    {
        var tired = Fatigue.Of(actions, wishes, find, now);
        var (weights, seeds) = (new Dictionary<InterestKey, (float Sum, List<long> NoteIds)>(), new List<Seed>(actions.Count));
        foreach (var key in wishes.Keys)
        {
            weights[key] = (wishes[key] is InterestTurn.More ? Chosen : 0, []);
        }

        foreach (var action in actions)
        {
            var factor = 1f;
            foreach (var key in find(action.NoteId) is { } note ? InterestKey.Of(note) : [])
            {
                var (sum, noteIds) = weights.TryGetValue(key, out var known) ? known : (0, []);
                noteIds.Add(action.NoteId);
                weights[key] = (sum + action.Weight, noteIds);
                factor *= FactorOf(wishes.GetValueOrDefault(key));
            }

            seeds.Add(new Seed(action.NoteId, action.Weight * factor));
        }

        var interests = weights
            .Select(pair => (pair.Key, pair.Value, Turn: wishes.GetValueOrDefault(pair.Key)))
            .Select(found => new Interest(found.Key, found.Value.Sum * FactorOf(found.Turn), found.Turn, found.Value.NoteIds) { IsTired = tired.Contains(found.Key) })
            .Where(interest => interest.Weight > 0 || interest.IsTired || interest.Turn is not InterestTurn.Plain)
            .OrderByDescending(interest => interest.Weight).ThenBy(interest => interest.Key.Kind).ThenBy(interest => interest.Key.Name, StringComparer.Ordinal);
        return new([.. interests], seeds) { Tired = tired };
    }

    /// <summary>What a model makes of this portrait, worked out once for the two.</summary>
    public ModelPicks PicksOf(TasteModel model, Func<ModelPicks> make)
    {
        if (Volatile.Read(ref picks) is { } known && ReferenceEquals(known.Model, model))
        {
            return known.Picks;
        }

        var made = make();
        Volatile.Write(ref picks, new(model, made));
        return made;
    }

    private static float FactorOf(InterestTurn turn) => turn switch
    {
        InterestTurn.More => 2,
        InterestTurn.Less => .25f,
        InterestTurn.Never => 0,
        _ => 1,
    };

    private sealed record Made(TasteModel Model, ModelPicks Picks);
}

/// <summary>A channel or topic that a person likes.</summary>
/// <param name="Weight">In likes.</param>
/// <param name="NoteIds">Notes they did something with that say so, the last one first.</param>
internal sealed record Interest(InterestKey Key, float Weight, InterestTurn Turn, IReadOnlyList<long> NoteIds)
{
    /// <summary>Left out for a while; see <see cref="Fatigue"/>.</summary>
    public bool IsTired { get; init; }
}

/// <summary>What a model proposes to somebody, best first, whole and by channel.</summary>
internal sealed record ModelPicks(IReadOnlyList<Proposal> All, ILookup<string, Proposal> ByChannel);
