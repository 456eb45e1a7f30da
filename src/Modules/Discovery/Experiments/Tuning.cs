using System.Text.Json.Serialization;

namespace Sward.Discovery.Experiments;

/// <summary>What experiments may change of ranking. Null leaves a thing as it is for everybody.</summary>
internal sealed record Tuning
{
    public static Tuning None { get; } = new();

    /// <summary>How many notes the model picks for each note of the shared order.</summary>
    public double? PicksPerNote { get; init; }

    /// <summary>By which order the model's proposals are picked.</summary>
    public PickOrder? Picks { get; init; }

    /// <summary>How often one author may stand among twenty neighbours.</summary>
    public int? AuthorsInTwenty { get; init; }

    /// <summary>How often one topic may stand among ten.</summary>
    public int? TopicsInTen { get; init; }

    /// <summary>Share of the places that new notes get.</summary>
    public double? PoolShare { get; init; }

    /// <summary>This one, and where it says nothing, the other.</summary>
    public Tuning Over(Tuning other) => new()
    {
        PicksPerNote = PicksPerNote ?? other.PicksPerNote,
        Picks = Picks ?? other.Picks,
        AuthorsInTwenty = AuthorsInTwenty ?? other.AuthorsInTwenty,
        TopicsInTen = TopicsInTen ?? other.TopicsInTen,
        PoolShare = PoolShare ?? other.PoolShare,
    };

    /// <summary>What it says in numbers, each with the code of its text.</summary>
    [JsonIgnore]
    public IEnumerable<(string Code, double? Value)> Said => new (string Code, double? Value)[]
    {
        ("picks-per-note", PicksPerNote), ("authors-in-twenty", AuthorsInTwenty), ("topics-in-ten", TopicsInTen), ("pool-share", 100 * PoolShare),
    }.Where(said => said.Value is not null);
}

/// <summary>Orders of what the model proposes for a reader.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PickOrder>))]
internal enum PickOrder
{
    /// <summary>The model's own, as for everybody.</summary>
    Model,

    /// <summary>What the heads foretell to be worth most first.</summary>
    Heads,

    /// <summary>Both draft in turn, so that each reader compares them; see <see cref="Drafting.TeamDraft"/>.</summary>
    Draft,
}
