using System.Globalization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Contracts.Media;
using Sward.Contracts.Notes;
using Sward.Ui;

namespace Sward.Inbox;

/// <summary>Reads a person's notices, newest first: for the endpoint and for the page.</summary>
internal sealed class Notices(InboxDb db, IAccountCards accounts, INoteCards notes, IProductCards products, IMediaCards media, ICircles circles, Format format, IStringLocalizer texts)
{
    /// <summary>A page of them, without those about a note that the person may no longer see.</summary>
    /// <param name="kind">A tab or a single kind; null for all.</param>
    public async Task<Page<NoticeView>> ReadAsync(long accountId, string? kind, DateTimeOffset before, long beforeId, int size, CancellationToken ct)
    {
        var fetched = await Query(db, accountId, kind, before, beforeId).Take(size + 1).ToListAsync(ct);
        var page = Page<Notice>.Of(fetched, size, last => MomentCursor.Write(last.At, last.Id));
        return new Page<NoticeView>(await DrawAsync(accountId, page.Items, ct), page.Next);
    }

    /// <summary>How many are unread, by tab; tabs without any are left out.</summary>
    public Task<Dictionary<string, int>> CountUnreadAsync(long accountId, CancellationToken ct) => db.Notices
        .Where(n => n.AccountId == accountId && n.ReadAt == null)
        .GroupBy(n => n.Tab, (tab, notices) => new { Tab = tab, Count = notices.Count() })
        .ToDictionaryAsync(tab => tab.Tab, tab => tab.Count, StringComparer.Ordinal, ct);

    /// <summary>Walks one index from the place on; the first bound on the time is what the index can seek to.</summary>
    public static IQueryable<Notice> Query(InboxDb db, long accountId, string? kind, DateTimeOffset before, long beforeId)
    {
        var notices = db.Notices.AsNoTracking().Where(n => n.AccountId == accountId);
        if (kind is not null)
        {
            var tab = NoticeKinds.TabOf(kind);
            notices = tab is null ? notices.Where(n => n.Tab == kind) : notices.Where(n => n.Tab == tab && n.Kind == kind);
        }

        return notices.Where(n => n.At <= before && (n.At < before || n.Id < beforeId)).OrderByDescending(n => n.At).ThenByDescending(n => n.Id);
    }

    private async Task<IReadOnlyList<NoticeView>> DrawAsync(long accountId, IReadOnlyList<Notice> notices, CancellationToken ct)
    {
        var circle = await circles.OfAsync(accountId, ct);
        var actors = await accounts.GetAsync([.. notices.Select(n => n.ActorId).OfType<long>().Distinct()], ct);
        var subjects = await notes.GetAsync([.. notices.Where(IsAboutNote).Select(n => n.SubjectId).Distinct()], accountId, ct);
        var goods = await products.GetAsync([.. notices.Where(IsAboutGoods).Select(n => n.SubjectId).Distinct()], ct);
        var covers = await media.GetAsync([.. subjects.Values.Select(note => note.CoverMediaId).Concat(goods.Values.Select(product => product.PictureId).OfType<long>()).Distinct()], ct);
        return [.. notices
            .Where(notice => notice.ActorId is not { } actorId || !circle.Blocked.Contains(actorId))
            .Where(notice => !IsAboutNote(notice) || subjects.ContainsKey(notice.SubjectId))
            .Select(notice => Draw(
                notice, notice.ActorId is { } id ? actors.GetValueOrDefault(id) : null, subjects.GetValueOrDefault(notice.SubjectId), IsAboutGoods(notice) ? goods.GetValueOrDefault(notice.SubjectId) : null, covers))];
    }

    private NoticeView Draw(Notice notice, AccountCard? actor, NoteCard? note, ProductCard? product, IReadOnlyDictionary<long, MediaCard> covers) => new(
        notice.Id,
        notice.Kind,
        notice.Tab,
        Say(notice, actor, product),
        actor,
        notice.ActorCount,
        notice.Excerpt ?? note?.Title,
        (note?.CoverMediaId ?? product?.PictureId) is { } coverId ? covers.GetValueOrDefault(coverId) : null,
        UrlOf(notice, actor),
        notice.At,
        notice.ReadAt is not null);

    private string Say(Notice notice, AccountCard? actor, ProductCard? product)
    {
        var name = actor?.Nickname ?? texts["inbox.somebody"].Value;
        return notice.ActorCount switch
        {
            0 => texts[$"inbox.say.{notice.Kind}", product?.Name ?? notice.Excerpt ?? "", notice.Until is { } until ? format.Moment(until) : ""],
            1 => texts[$"inbox.say.{notice.Kind}", name],
            2 => texts[$"inbox.say.{notice.Kind}.two", name],
            _ => texts[$"inbox.say.{notice.Kind}.many", name, notice.ActorCount - 1],
        };
    }

    private static string? UrlOf(Notice notice, AccountCard? actor) => notice.Tab switch
    {
        NoticeKinds.OrdersTab => NoticeKinds.OrderUrlOf(notice.Kind, notice.SubjectId),
        NoticeKinds.WantsTab => string.Create(CultureInfo.InvariantCulture, $"/products/{notice.SubjectId}"),
        NoticeKinds.CouponsTab => "/coupons",
        NoticeKinds.FollowsTab => actor is null ? null : $"/u/{actor.Handle}",
        _ => string.Create(CultureInfo.InvariantCulture, $"/notes/{notice.SubjectId}"),
    };

    private static bool IsAboutGoods(Notice notice) => notice.Tab is NoticeKinds.WantsTab;

    private static bool IsAboutNote(Notice notice) => notice.Tab is NoticeKinds.LikesTab or NoticeKinds.CommentsTab;
}
