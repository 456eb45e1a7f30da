using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;

namespace Sward.Notes;

/// <summary>Notes that an account wrote, collected or liked.</summary>
internal sealed class AccountNotes(NotesDb db, IListedNotes listed, IProfileTabs tabs, ICircles circles)
{
    public static void Map(IEndpointRouteBuilder accounts) => accounts
        .MapGet("/{accountId:long}/notes", HandleAsync)
        .WithName("ListAccountNotes")
        .AllowAnonymous();

    /// <summary>A page of one tab as this reader sees it, newest first; null for a bad cursor. Pinned notes stand on top of the first page, beyond its size.</summary>
    public async Task<Page<ListedNote>?> RunAsync(long accountId, ProfileTab tab, long? readerId, string? cursor, int size, CancellationToken ct)
    {
        if (!MomentCursor.TryRead(cursor, out var at, out var noteId))
        {
            return null;
        }

        if (!await tabs.IsOpenAsync(accountId, tab, readerId, ct))
        {
            return new([], Next: null);
        }

        var written = db.Notes.Where(NoteVisibility.ByAuthor(accountId, readerId, await circles.OfAsync(readerId, ct)));
        var entries = tab switch
        {
            ProfileTab.Collected => Collected(accountId, isOwner: accountId == readerId),
            ProfileTab.Liked => db.Likes.Where(l => l.AccountId == accountId).Select(l => new Entry { NoteId = l.NoteId, At = l.At }),
            _ => written.Where(n => n.PinnedAt == null).Select(n => new Entry { NoteId = n.Id, At = n.PublishedAt }),
        };
        var rows = await entries
            .Where(e => e.At < at || (e.At == at && e.NoteId < noteId))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.NoteId)
            .Take(size + 1)
            .ToListAsync(ct);
        var page = Page<Entry>.Of(rows, size, e => MomentCursor.Write(e.At, e.NoteId));
        var pinned = tab is ProfileTab.Notes && cursor is null
            ? await written.Where(n => n.PinnedAt != null).OrderByDescending(n => n.PinnedAt).Select(n => n.Id).ToListAsync(ct)
            : [];
        return new(await listed.OfAsync([.. pinned, .. page.Items.Select(e => e.NoteId)], readerId, ct), page.Next);
    }

    /// <summary>Others see what is on public boards.</summary>
    private IQueryable<Entry> Collected(long accountId, bool isOwner) => db.Collects
        .Where(c => c.AccountId == accountId && (isOwner || db.Boards.Any(b => b.Id == c.BoardId && b.Visibility == BoardVisibility.Public)))
        .Select(c => new Entry { NoteId = c.NoteId, At = c.At });

    private static async Task<Results<Ok<Page<ListedNote>>, ProblemHttpResult>> HandleAsync(
        long accountId, [AsParameters] PageQuery page, AccountNotes notes, ICurrentAccount account, CancellationToken ct, ProfileTab tab = ProfileTab.Notes) =>
        await notes.RunAsync(accountId, tab, account.IdOrNull, page.Cursor, page.Size, ct) is { } found
            ? TypedResults.Ok(found)
            : Problems.BadRequest("kernel.bad-cursor");

    private sealed class Entry
    {
        public long NoteId { get; init; }

        public DateTimeOffset At { get; init; }
    }
}
