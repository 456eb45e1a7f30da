using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;
using Sward.Discovery.Authors;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Pools;
using Sward.Discovery.Serving;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Inspecting;

/// <summary>All that Discovery knows of a note.</summary>
/// <param name="Shown">The last 30 days, most often first.</param>
/// <param name="Verdicts">What would become of it now on each surface, for the reader who was asked about.</param>
internal sealed record InspectedNote(
    FeedNote Note, AccountCard? Author, int Followers, IReadOnlyList<ShownHow> Shown, IReadOnlyList<Verdict> Verdicts, NoteClimb Climb);

/// <summary>How often a note was shown on a surface by a source in a slot and the ones counted with it.</summary>
internal sealed record ShownHow(string Surface, string Source, int Slot, int Impressions, int ToFollowers);

/// <summary>What a surface would do with a note.</summary>
/// <param name="DroppedBy">The first filter that takes it out; null when none does.</param>
internal sealed record Verdict(string Surface, string? DroppedBy);

/// <summary>Tells operators where a note was shown and why, which filter would drop it now, and how it stands in the pools.</summary>
internal sealed class InspectNote(
    DiscoveryDb db, Hydration hydration, Surfaces surfaces, NoteShelves shelves, AuthorSizes authors, ReadClimb climbs, INoteCards notes, IAccountCards accounts, TimeProvider clock)
{
    /// <summary>The last check of every surface: Notes itself says who may see a note.</summary>
    public const string Cards = "cards";

    private const int Days = 30;

    /// <summary>Null for a note that is in no feed.</summary>
    public async Task<InspectedNote?> RunAsync(long noteId, long? readerId, CancellationToken ct)
    {
        if (shelves.Find(noteId) is not { } note)
        {
            return null;
        }

        var author = (await accounts.GetAsync([note.AuthorId], ct)).GetValueOrDefault(note.AuthorId);
        return new(note, author, authors.FollowersOf(note.AuthorId), await ReadShownAsync(noteId, ct), await JudgeAsync(note, readerId, ct), await climbs.OfAsync(noteId, ct));
    }

    private async Task<IReadOnlyList<ShownHow>> ReadShownAsync(long noteId, CancellationToken ct)
    {
        var first = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1 - Days);
        var counts = await db.ShownCounts.AsNoTracking().Where(c => c.NoteId == noteId && c.Day >= first).ToListAsync(ct);
        return
        [
            .. counts.GroupBy(c => (c.Surface, c.Source, c.Slot))
                .Select(group => new ShownHow(group.Key.Surface, group.Key.Source, group.Key.Slot, group.Sum(c => c.Impressions), group.Sum(c => c.ToFollowers)))
                .OrderByDescending(shown => shown.Impressions).ThenBy(shown => shown.Slot),
        ];
    }

    private async Task<IReadOnlyList<Verdict>> JudgeAsync(FeedNote note, long? readerId, CancellationToken ct)
    {
        var context = await hydration.OfAsync(surfaces.Discover, new FeedAsk(readerId, Size: 1, FeedCursor.Start), ct);
        var isVisible = (await notes.GetAsync([note.Id], readerId, ct)).ContainsKey(note.Id);
        return [.. surfaces.All.Select(surface => new Verdict(surface.Name, surface.Filters.FirstOrDefault(filter => !filter.Keeps(context, note))?.Name ?? (isVisible ? null : Cards)))];
    }
}
