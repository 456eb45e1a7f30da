using Sward.Contracts.Notes;

namespace Sward.Notes;

/// <summary>Which note was published for a cause, so that the cause publishes once.</summary>
internal sealed record PublishKey(string Key, long NoteId)
{
    internal sealed class Mapping : IEntityTypeConfiguration<PublishKey>
    {
        public void Configure(EntityTypeBuilder<PublishKey> key)
        {
            key.HasKey(k => k.Key);
            key.Property(k => k.Key).HasMaxLength(120);
        }
    }
}

/// <summary>Publishes under a key: for other modules, and for the page, whose form may be sent twice.</summary>
internal sealed class PublishOnce(NotesDb db, NewNotes newNotes) : INotePublisher
{
    public Task<long> PublishAsync(NewNote note, string key, CancellationToken ct) => PublishAsync(
        note.AuthorId,
        new PublishNote.Request
        {
            Title = note.Title,
            Body = note.Body,
            MediaIds = note.MediaIds,
            Topics = note.Topics,
            ProductIds = note.ProductIds,
            BoughtProductId = note.BoughtProductId,
        },
        key, ct);

    public async Task<long> PublishAsync(long authorId, PublishNote.Request request, string key, CancellationToken ct)
    {
        if (await FindAsync(key, ct) is { } published)
        {
            return published;
        }

        var manuscript = await newNotes.PrepareAsync(authorId, request, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await db.InsertOnceAsync(new PublishKey(key, manuscript.Note.Id), ct))
        {
            await transaction.RollbackAsync(ct);
            return (await FindAsync(key, ct))!.Value;
        }

        await newNotes.WriteAsync(manuscript, ct);
        await transaction.CommitAsync(ct);
        return manuscript.Note.Id;
    }

    private Task<long?> FindAsync(string key, CancellationToken ct) =>
        db.PublishKeys.Where(k => k.Key == key).Select(k => (long?)k.NoteId).SingleOrDefaultAsync(ct);
}
