using System.Globalization;
using Sward.Contracts.Media;

namespace Sward.Notes;

/// <summary>Finds, saves and deletes drafts, and says which pictures they hold so that those are not cleaned up.</summary>
internal sealed class Drafts(NotesDb db, Ids ids, TimeProvider clock)
{
    /// <summary>More than a hand can write: an unfinished note of two thousand characters and all its pictures is a tenth of it.</summary>
    private const int MaxLength = 40_000;

    /// <summary>The draft, or null when the account has none of this id.</summary>
    public Task<Draft?> FindAsync(long draftId, long accountId, CancellationToken ct) =>
        db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == draftId && d.AccountId == accountId, ct);

    /// <summary>A page of drafts, last saved first; null for a bad cursor.</summary>
    public async Task<Page<DraftView>?> PageAsync(long accountId, string? cursor, int size, CancellationToken ct)
    {
        if (!MomentCursor.TryRead(cursor, out var savedAt, out var draftId))
        {
            return null;
        }

        var rows = await db.Drafts.AsNoTracking()
            .Where(d => d.AccountId == accountId && (d.SavedAt < savedAt || (d.SavedAt == savedAt && d.Id < draftId)))
            .OrderByDescending(d => d.SavedAt).ThenByDescending(d => d.Id)
            .Take(size + 1)
            .ToListAsync(ct);
        var page = Page<Draft>.Of(rows, size, d => MomentCursor.Write(d.SavedAt, d.Id));
        return new([.. page.Items.Select(DraftView.Of)], page.Next);
    }

    /// <summary>Adds a draft to the caller's unit of work.</summary>
    public Draft Add(long accountId, Note.Content content)
    {
        var draft = new Draft { Id = ids.Next(), AccountId = accountId, Content = Fit(content), SavedAt = clock.GetUtcNow() };
        db.Drafts.Add(draft);
        Hold(draft.Id, content.MediaIds);
        return draft;
    }

    /// <summary>Saves over the version that the writer last saw.</summary>
    /// <returns>The saved draft; null when there is none.</returns>
    /// <exception cref="Refusal">Somebody, usually the same person on another device, has saved since.</exception>
    public async Task<Draft?> SaveAsync(long draftId, long accountId, int version, Note.Content content, CancellationToken ct)
    {
        if (await FindAsync(draftId, accountId, ct) is not { } draft)
        {
            return null;
        }

        var (stored, now, next) = (Fit(content), clock.GetUtcNow(), version + 1);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var saved = await db.Drafts.Where(d => d.Id == draftId && d.Version == version)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.Content, stored).SetProperty(d => d.Version, next).SetProperty(d => d.SavedAt, now), ct);
        if (saved == 0)
        {
            throw new Refusal("notes.draft-conflict");
        }

        if (!StoredContent.Read(draft.Content).MediaIds.SequenceEqual(content.MediaIds))
        {
            Hold(draftId, content.MediaIds);
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        (draft.Content, draft.Version, draft.SavedAt) = (stored, next, now);
        return draft;
    }

    /// <summary>Deletes a draft within the caller's unit of work; false when there is none.</summary>
    public async Task<bool> DeleteAsync(long draftId, long accountId, CancellationToken ct)
    {
        if (await db.Drafts.Where(d => d.Id == draftId && d.AccountId == accountId).ExecuteDeleteAsync(ct) == 0)
        {
            return false;
        }

        Hold(draftId, []);
        return true;
    }

    private void Hold(long draftId, IReadOnlyList<long> mediaIds) =>
        db.Announce(new MediaUsed(string.Create(CultureInfo.InvariantCulture, $"notes.draft:{draftId}"), mediaIds, clock.GetUtcNow(), IsPublic: false));

    private static string Fit(Note.Content content) => StoredContent.Write(content) is { Length: <= MaxLength } stored
        ? stored
        : throw new Refusal("notes.draft-too-long", StatusCodes.Status422UnprocessableEntity);
}
