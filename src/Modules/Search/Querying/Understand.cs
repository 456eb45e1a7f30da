namespace Sward.Search;

/// <summary>What is searched for.</summary>
/// <param name="Instead">The spelling that was searched for instead of what was written; null when that was taken as it was.</param>
internal sealed record Understood(Query Query, string? Instead);

/// <summary>Makes of what somebody wrote what is searched for.</summary>
internal sealed class Understand(Correct correct)
{
    /// <summary>Understands a query for a reader: what they may not find does not make a spelling better.</summary>
    /// <param name="exact">True for somebody who insists on what they wrote.</param>
    public async Task<Understood> RunAsync(string? text, bool exact, long? readerId, CancellationToken ct)
    {
        var written = Query.Parse(text);
        return !exact && await correct.RunAsync(written, readerId, ct) is { } better ? new(better, better.Text) : new(written, Instead: null);
    }
}
