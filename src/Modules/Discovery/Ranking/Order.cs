using Sward.Discovery.Pipeline;

namespace Sward.Discovery.Ranking;

/// <summary>The orders of the surfaces.</summary>
internal static class Order
{
    public static IScore ByHeat { get; } = new Rule((_, note) => note.Heat);

    public static IScore ByNewness { get; } = new Rule((_, note) => note.Newness);

    /// <summary>Heat, and what the note has in common with the one it is shown beside, counted in half-lives.</summary>
    public static IScore ByKinship { get; } = new Rule((context, note) => note.Heat + (Heat.HalfLife * Kinship(context.Ask.Seed!, note)));

    private static int Kinship(FeedNote seed, FeedNote note) =>
        (6 * seed.ProductIds.Intersect(note.ProductIds).Count())
        + (3 * seed.Topics.Intersect(note.Topics, StringComparer.Ordinal).Count())
        + (seed.AuthorId == note.AuthorId ? 2 : 0);

    private sealed record Rule(Func<FeedContext, FeedNote, long> Score) : IScore
    {
        public long Of(FeedContext context, FeedNote note) => Score(context, note);
    }
}
