using Sward.Contracts.Notes;

namespace Sward.Inbox;

/// <summary>Tells who was answered, whose note was commented on, and who was mentioned; each person once for one comment, and only who may see the note.</summary>
internal sealed class TellOfComments(InboxDb db, Teller teller, INoteCards notes, Ids ids) :
    IHandle<NoteCommented>, IHandle<CommentRemoved>, IHandle<NotePublished>, IHandle<NoteRemoved>
{
    public const string Subscriber = "inbox.tell-of-comments";

    public async Task HandleAsync(NoteCommented fact, CancellationToken ct)
    {
        var told = new HashSet<long>();
        await TellAsync(fact.ReplyToAccountId, NoticeKinds.Reply);
        await TellAsync(fact.AuthorId, NoticeKinds.Comment);
        foreach (var mentionedId in fact.MentionIds)
        {
            await TellAsync(mentionedId, NoticeKinds.Mention);
        }

        async Task TellAsync(long? accountId, string kind)
        {
            if (accountId is { } id && told.Add(id) && (await notes.GetAsync([fact.NoteId], id, ct)).Count > 0)
            {
                await teller.TellAsync(
                    Notice.Begin(ids.Next(), id, kind, fact.NoteId, fact.CommenterId, fact.At) with { CommentId = fact.CommentId, Excerpt = PlainText.Excerpt(fact.Excerpt, Notice.ExcerptLength) }, ct);
            }
        }
    }

    /// <summary>Words that were taken back are in no inbox either.</summary>
    public Task HandleAsync(CommentRemoved fact, CancellationToken ct)
    {
        long?[] commentIds = [fact.CommentId, .. fact.ReplyIds];
        return teller.ForgetAsync(db.Notices.Where(n => commentIds.Contains(n.CommentId)), ct);
    }

    public Task HandleAsync(NoteRemoved fact, CancellationToken ct) => teller.ForgetAsync(NoticeKinds.CommentsTab, fact.NoteId, ct);

    public async Task HandleAsync(NotePublished fact, CancellationToken ct)
    {
        // Only a public note may tell people of itself whom the author merely named. An edit mentions nobody anew: TellTogether knows who was told.
        if (string.Equals(fact.Visibility, "public", StringComparison.Ordinal))
        {
            foreach (var mentionedId in fact.MentionIds)
            {
                await teller.TellTogetherAsync(mentionedId, NoticeKinds.Mention, fact.NoteId, fact.AuthorId, fact.At, ct);
            }
        }
    }
}
