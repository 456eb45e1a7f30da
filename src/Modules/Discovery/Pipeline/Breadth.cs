using Sward.Discovery.Experiments;

namespace Sward.Discovery.Pipeline;

/// <summary>How often one author may stand among twenty neighbours, and one topic among ten.</summary>
internal sealed record Breadth(int AuthorsInTwenty, int TopicsInTen)
{
    /// <summary>The order of the score is kept as it is.</summary>
    public static Breadth Any { get; } = new(int.MaxValue, int.MaxValue);

    /// <summary>How many among ten may be by authors who are not small.</summary>
    public int LargeAuthorsInTen { get; init; } = int.MaxValue;

    /// <summary>How many among ten may be by huge authors whom the reader does not follow.</summary>
    public int HugeAuthorsInTen { get; init; } = int.MaxValue;

    /// <summary>As an experiment has it. A surface that keeps its order keeps it in every arm.</summary>
    public Breadth Tuned(Tuning tuning) => this == Any ? this : this with { AuthorsInTwenty = tuning.AuthorsInTwenty ?? AuthorsInTwenty, TopicsInTen = tuning.TopicsInTen ?? TopicsInTen };
}
