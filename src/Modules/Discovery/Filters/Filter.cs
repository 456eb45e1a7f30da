using Sward.Contracts.Notes;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Portrait;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Filters;

/// <summary>What a reader must not be shown, cheap checks first. Each is counted under its name.</summary>
internal static class Filter
{
    /// <summary>The reader's own notes are on their profile.</summary>
    public static IFilter Own { get; } = new Rule("own", (context, note) => note.AuthorId != context.Ask.ReaderId);

    /// <summary>Blocked in either direction.</summary>
    public static IFilter Blocked { get; } = new Rule("blocked", (context, note) => !context.Circle.Blocked.Contains(note.AuthorId));

    public static IFilter Muted { get; } = new Rule("muted", (context, note) => !context.Circle.Muted.Contains(note.AuthorId));

    /// <summary>What the reader did not want to see or has reported.</summary>
    public static IFilter Hidden { get; } = new Rule("hidden", (context, note) => !context.Hides.Cover(note));

    /// <summary>Shown to the reader of late, where that matters; see <see cref="Surface.SkipsSeen"/>.</summary>
    public static IFilter Seen { get; } = new Rule("seen", (context, note) => context.Seen?.Has(note.Id) != true);

    /// <summary>About a topic that the reader keeps going straight back from.</summary>
    public static IFilter Tired { get; } = new Rule("tired", (context, note) => context.Tired.Count == 0 || !InterestKey.TopicsOf(note).Any(context.Tired.Contains));

    /// <summary>The note that the others are shown beside.</summary>
    public static IFilter Seed { get; } = new Rule("seed", (context, note) => note.Id != context.Ask.Seed?.Id);

    /// <summary>For everybody.</summary>
    public static IFilter NotPublic { get; } = new Rule("not-public", (_, note) => note.IsPublic);

    /// <summary>For everybody, or for the circle the reader belongs to. Whom an author named only Notes knows: its cards leave the others out.</summary>
    public static IFilter NotForReader { get; } = new Rule("not-for-reader", (context, note) =>
        note.IsForNamed || Audiences.Of(note.Visibility).Includes(context.Ask.ReaderId, note.AuthorId, context.Circle));

    /// <summary>Says nearly the same as an earlier public note: the first to say it is shown to strangers, whoever follows the others meets them too.</summary>
    public static IFilter NearDuplicate(NoteShelves shelves) => new Rule("near-duplicate", (_, note) => !shelves.IsCopy(note.Id));

    private sealed record Rule(string Name, Func<FeedContext, FeedNote, bool> Allows) : IFilter
    {
        public bool Keeps(FeedContext context, FeedNote note) => Allows(context, note);
    }
}
