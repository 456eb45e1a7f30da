namespace Sward.Bench;

/// <summary>What the index is compared with: the same tokens in the full-text search of a database.</summary>
internal interface IRival
{
    string Name { get; }

    /// <summary>Finds the ids of the best notes, by all of the tokens or by any.</summary>
    int Find(IReadOnlyList<string> tokens, bool all);
}
