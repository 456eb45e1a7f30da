using Sward.Contracts.Town;

namespace Sward.Inbox;

/// <summary>Gives the people of the demo town the notices of the past; those of the last days are unread.</summary>
internal sealed class InboxTown(InboxDb db, Ids ids, TimeProvider clock) : ITownPart
{
    private static readonly TimeSpan Unread = TimeSpan.FromDays(3);

    public int Order => 60;

    public async Task PlantAsync(DemoTown town, IProgress<string> progress, CancellationToken ct)
    {
        progress.Report("notices");
        var authors = town.Notes.ToDictionary(note => note.Id, note => note.AuthorId);
        foreach (var likes in town.Reactions.Where(r => r.AccountId != authors[r.NoteId]).GroupBy(r => (r.Kind, r.NoteId)))
        {
            PlantTogether(authors[likes.Key.NoteId], likes.Key.Kind is "like" ? NoticeKinds.Like : NoticeKinds.Collect, likes.Key.NoteId, [.. likes.Select(r => (r.AccountId, r.At))]);
        }

        foreach (var follows in town.Follows.GroupBy(follow => follow.FolloweeId))
        {
            PlantTogether(follows.Key, NoticeKinds.Follow, subjectId: 0, [.. follows.Select(follow => (follow.FollowerId, follow.At))]);
        }

        var writers = town.Comments.ToDictionary(comment => comment.Id, comment => comment.AuthorId);
        foreach (var comment in town.Comments)
        {
            var isReply = comment.ReplyToId is not null;
            Plant(isReply ? writers[comment.ReplyToId!.Value] : authors[comment.NoteId], isReply ? NoticeKinds.Reply : NoticeKinds.Comment, comment);
        }

        await db.SaveChangesAsync(ct);
    }

    private void PlantTogether(long accountId, string kind, long subjectId, IReadOnlyList<(long ActorId, DateTimeOffset At)> actors)
    {
        var group = Teller.GroupOf(kind, subjectId);
        var latest = actors.MaxBy(actor => actor.At);
        var noticeId = ids.Next(latest.At);
        db.Notices.Add(Notice.Begin(noticeId, accountId, kind, subjectId, latest.ActorId, latest.At) with
        {
            ActorCount = actors.Count,
            OpenGroup = IsUnread(latest.At) ? group : null,
            ReadAt = ReadAt(latest.At),
        });
        foreach (var (actorId, at) in actors)
        {
            db.Actors.Add(new Actor { AccountId = accountId, GroupKey = group, ActorId = actorId, NoticeId = noticeId, At = at });
        }
    }

    private void Plant(long accountId, string kind, TownComment comment)
    {
        if (accountId != comment.AuthorId)
        {
            db.Notices.Add(Notice.Begin(ids.Next(comment.At), accountId, kind, comment.NoteId, comment.AuthorId, comment.At) with
            {
                CommentId = comment.Id,
                Excerpt = PlainText.Excerpt(comment.Body, Notice.ExcerptLength),
                ReadAt = ReadAt(comment.At),
            });
        }
    }

    private bool IsUnread(DateTimeOffset at) => clock.GetUtcNow() - at < Unread;

    private DateTimeOffset? ReadAt(DateTimeOffset at) => IsUnread(at) ? null : at;
}
