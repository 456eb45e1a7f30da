using Sward.Contracts.Notes;

namespace Sward.Inbox;

/// <summary>Tells authors who liked and collected their notes, and who liked their comments, as long as the note is there.</summary>
internal sealed class TellOfLikes(Teller teller) :
    IHandle<NoteLiked>, IHandle<NoteUnliked>, IHandle<NoteCollected>, IHandle<NoteUncollected>, IHandle<CommentLiked>, IHandle<NoteRemoved>
{
    public const string Subscriber = "inbox.tell-of-likes";

    public Task HandleAsync(NoteLiked fact, CancellationToken ct) =>
        teller.TellTogetherAsync(fact.AuthorId, NoticeKinds.Like, fact.NoteId, fact.LikerId, fact.At, ct);

    public Task HandleAsync(NoteUnliked fact, CancellationToken ct) =>
        teller.TakeBackAsync(fact.AuthorId, NoticeKinds.Like, fact.NoteId, fact.LikerId, ct);

    public Task HandleAsync(NoteCollected fact, CancellationToken ct) =>
        teller.TellTogetherAsync(fact.AuthorId, NoticeKinds.Collect, fact.NoteId, fact.CollectorId, fact.At, ct);

    public Task HandleAsync(NoteUncollected fact, CancellationToken ct) =>
        teller.TakeBackAsync(fact.AuthorId, NoticeKinds.Collect, fact.NoteId, fact.CollectorId, ct);

    public Task HandleAsync(CommentLiked fact, CancellationToken ct) =>
        teller.TellTogetherAsync(fact.CommenterId, NoticeKinds.CommentLike, fact.NoteId, fact.LikerId, fact.At, ct);

    public Task HandleAsync(NoteRemoved fact, CancellationToken ct) => teller.ForgetAsync(NoticeKinds.LikesTab, fact.NoteId, ct);
}
