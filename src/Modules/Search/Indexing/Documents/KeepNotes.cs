using Sward.Contracts.Notes;

namespace Sward.Search;

/// <summary>Keeps the documents of notes by the facts about them.</summary>
internal sealed class KeepNotes(SearchDb db) :
    IHandle<NotePublished>, IHandle<NoteRemoved>, IHandle<NoteLiked>, IHandle<NoteUnliked>, IHandle<NoteCollected>, IHandle<NoteUncollected>,
    IHandle<NoteCommented>, IHandle<CommentRemoved>
{
    /// <summary>One name for all, so that a like is never seen before its note.</summary>
    private const string Subscriber = "search.keep-notes";

    public static void Subscribe(IServiceCollection services) => services
        .Subscribe<NotePublished, KeepNotes, SearchDb>(Subscriber)
        .Subscribe<NoteRemoved, KeepNotes, SearchDb>(Subscriber)
        .Subscribe<NoteLiked, KeepNotes, SearchDb>(Subscriber)
        .Subscribe<NoteUnliked, KeepNotes, SearchDb>(Subscriber)
        .Subscribe<NoteCollected, KeepNotes, SearchDb>(Subscriber)
        .Subscribe<NoteUncollected, KeepNotes, SearchDb>(Subscriber)
        .Subscribe<NoteCommented, KeepNotes, SearchDb>(Subscriber)
        .Subscribe<CommentRemoved, KeepNotes, SearchDb>(Subscriber);

    public async Task HandleAsync(NotePublished fact, CancellationToken ct)
    {
        var goods = await db.Products.Where(p => fact.ProductIds.Contains(p.Id)).Select(p => p.Name + " " + p.Brand).ToListAsync(ct);
        var note = await db.Notes.FindAsync([fact.NoteId], ct) ?? db.Notes.Add(new NoteDocument { Id = fact.NoteId }).Entity;
        note.Write(fact, goods);
    }

    public Task HandleAsync(NoteRemoved fact, CancellationToken ct) => ChangeAsync(fact.NoteId, note => note.Erase(), ct);

    public Task HandleAsync(NoteLiked fact, CancellationToken ct) => ChangeAsync(fact.NoteId, note => note.LikeCount++, ct);

    public Task HandleAsync(NoteUnliked fact, CancellationToken ct) => ChangeAsync(fact.NoteId, note => note.LikeCount--, ct);

    public Task HandleAsync(NoteCollected fact, CancellationToken ct) => ChangeAsync(fact.NoteId, note => note.CollectCount++, ct);

    public Task HandleAsync(NoteUncollected fact, CancellationToken ct) => ChangeAsync(fact.NoteId, note => note.CollectCount--, ct);

    public Task HandleAsync(NoteCommented fact, CancellationToken ct) => ChangeAsync(fact.NoteId, note => note.CommentCount++, ct);

    public Task HandleAsync(CommentRemoved fact, CancellationToken ct) => ChangeAsync(fact.NoteId, note => note.CommentCount -= 1 + fact.ReplyIds.Count, ct);

    private async Task ChangeAsync(long noteId, Action<NoteDocument> change, CancellationToken ct)
    {
        if (await db.Notes.FindAsync([noteId], ct) is { } note)
        {
            change(note);
        }
    }
}
