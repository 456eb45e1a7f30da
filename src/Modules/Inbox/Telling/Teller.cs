using Sward.Contracts.Accounts;

namespace Sward.Inbox;

/// <summary>Tells people things, unless they asked to be left alone: by the kind, or by who did it.</summary>
internal sealed class Teller(InboxDb db, UnreadTotals unread, ICircles circles, Ids ids)
{
    /// <summary>Tells one thing by itself.</summary>
    public async Task TellAsync(Notice notice, CancellationToken ct)
    {
        if (await WantsAsync(notice.AccountId, notice.Kind, notice.ActorId, ct))
        {
            db.Notices.Add(notice);
            db.AfterCommit(() => unread.Forget(notice.AccountId));
        }
    }

    /// <summary>Tells many people the same thing, which is nobody's doing: each of those who want to hear of it.</summary>
    /// <param name="noticeOf">The notice of one of them.</param>
    public async Task TellEachAsync(IReadOnlyCollection<long> accountIds, string kind, Func<long, Notice> noticeOf, CancellationToken ct)
    {
        var tab = NoticeKinds.TabOf(kind);
        var muted = await db.MutedTabs.Where(m => accountIds.Contains(m.AccountId) && m.Tab == tab).Select(m => m.AccountId).ToHashSetAsync(ct);
        long[] told = [.. accountIds.Where(id => !muted.Contains(id))];
        db.Notices.AddRange(told.Select(noticeOf));
        db.AfterCommit(() => Array.ForEach(told, unread.Forget));
    }

    /// <summary>Tells it together with what others did to the same thing. Who did it before is not told again.</summary>
    public async Task TellTogetherAsync(long accountId, string kind, long subjectId, long actorId, DateTimeOffset at, CancellationToken ct)
    {
        var group = GroupOf(kind, subjectId);
        if (!await WantsAsync(accountId, kind, actorId, ct) || await db.Actors.AnyAsync(a => a.AccountId == accountId && a.GroupKey == group && a.ActorId == actorId, ct))
        {
            return;
        }

        // The update locks the notice, so reading it at this moment either closes it before or counts this one too.
        var joined = await db.Notices.Where(n => n.AccountId == accountId && n.OpenGroup == group).ExecuteUpdateAsync(
            set => set.SetProperty(n => n.ActorCount, n => n.ActorCount + 1).SetProperty(n => n.ActorId, actorId).SetProperty(n => n.At, at), ct);
        var noticeId = joined == 1
            ? await db.Notices.Where(n => n.AccountId == accountId && n.OpenGroup == group).Select(n => n.Id).SingleAsync(ct)
            : ids.Next();
        if (joined == 0)
        {
            db.Notices.Add(Notice.Begin(noticeId, accountId, kind, subjectId, actorId, at) with { OpenGroup = group });
        }

        db.Actors.Add(new Actor { AccountId = accountId, GroupKey = group, ActorId = actorId, NoticeId = noticeId, At = at });
        db.AfterCommit(() => unread.Forget(accountId));
    }

    /// <summary>Takes back what somebody undid, as long as it was not read.</summary>
    public async Task TakeBackAsync(long accountId, string kind, long subjectId, long actorId, CancellationToken ct)
    {
        var group = GroupOf(kind, subjectId);
        var actor = await db.Actors.AsNoTracking().SingleOrDefaultAsync(a => a.AccountId == accountId && a.GroupKey == group && a.ActorId == actorId, ct);
        if (actor is not null && await db.Notices.AnyAsync(n => n.Id == actor.NoticeId && n.ReadAt == null, ct))
        {
            await RemoveAsync(actor, ct);
        }
    }

    /// <summary>Takes a person out of a notice, and the notice away when nobody is left in it.</summary>
    public async Task RemoveAsync(Actor actor, CancellationToken ct)
    {
        db.AfterCommit(() => unread.Forget(actor.AccountId));
        await db.Actors.Where(a => a.AccountId == actor.AccountId && a.GroupKey == actor.GroupKey && a.ActorId == actor.ActorId).ExecuteDeleteAsync(ct);
        var latest = await db.Actors.AsNoTracking().Where(a => a.NoticeId == actor.NoticeId).OrderByDescending(a => a.At).FirstOrDefaultAsync(ct);
        if (latest is null)
        {
            await db.Notices.Where(n => n.Id == actor.NoticeId).ExecuteDeleteAsync(ct);
            return;
        }

        await db.Notices.Where(n => n.Id == actor.NoticeId).ExecuteUpdateAsync(
            set => set.SetProperty(n => n.ActorCount, n => n.ActorCount - 1).SetProperty(n => n.ActorId, latest.ActorId).SetProperty(n => n.At, latest.At), ct);
    }

    /// <summary>Takes away everything of one tab that is about a thing that is gone.</summary>
    public async Task ForgetAsync(string tab, long subjectId, CancellationToken ct)
    {
        var about = db.Notices.Where(n => n.SubjectId == subjectId && n.Tab == tab);
        await db.Actors.Where(a => about.Any(n => n.Id == a.NoticeId)).ExecuteDeleteAsync(ct);
        await ForgetAsync(about, ct);
    }

    /// <summary>Takes notices away whose actors are gone or never were.</summary>
    public async Task ForgetAsync(IQueryable<Notice> notices, CancellationToken ct)
    {
        var accountIds = await notices.Where(n => n.ReadAt == null).Select(n => n.AccountId).Distinct().ToListAsync(ct);
        await notices.ExecuteDeleteAsync(ct);
        db.AfterCommit(() => accountIds.ForEach(unread.Forget));
    }

    public static string GroupOf(string kind, long subjectId) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kind}:{subjectId}");

    private async Task<bool> WantsAsync(long accountId, string kind, long? actorId, CancellationToken ct)
    {
        if (actorId is { } actor)
        {
            var circle = await circles.OfAsync(accountId, ct);
            if (actor == accountId || circle.Blocked.Contains(actor) || circle.Muted.Contains(actor))
            {
                return false;
            }
        }

        var tab = NoticeKinds.TabOf(kind);
        return !await db.MutedTabs.AnyAsync(m => m.AccountId == accountId && m.Tab == tab, ct);
    }
}
