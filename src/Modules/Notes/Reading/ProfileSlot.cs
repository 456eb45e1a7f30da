using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Pages;
using Sward.Ui;

namespace Sward.Notes;

/// <summary>What stands on the tab of collected notes: the boards, then the notes of all of them.</summary>
internal sealed record CollectedTab(IReadOnlyList<BoardView> Boards, Waterfall Notes, bool IsMine);

/// <summary>One tab of a profile: <c>profile.notes</c>, <c>profile.collected</c> or <c>profile.liked</c>.</summary>
internal sealed class ProfileSlot(AccountNotes notes, ReadBoards boards, IStringLocalizer texts, IHttpContextAccessor http, ProfileTab tab) : IPageSlot
{
    public async Task<SlotContent?> LoadAsync(long subjectId, long? readerId, string? cursor, CancellationToken ct)
    {
        if (await notes.RunAsync(subjectId, tab, readerId, cursor, WaterfallPage.Size, ct) is not { } page)
        {
            return null;
        }

        var waterfall = new Waterfall([.. page.Items.Select(note => note.ToTile(texts[$"notes.why.{tab.Word()}"]))], page.Next is null ? null : More(page.Next), Empty: Empty(subjectId == readerId));
        return tab is ProfileTab.Collected && cursor is null
            ? new("/Notes/Collecting/_CollectedTab.cshtml", new CollectedTab(await boards.AllAsync(subjectId, readerId, ct), waterfall, IsMine: subjectId == readerId))
            : new("_Waterfall", waterfall);
    }

    private EmptyState Empty(bool isOwner) => (tab, isOwner) switch
    {
        (ProfileTab.Notes, true) => new("pencil", texts["notes.profile.notes.empty-mine"], texts["notes.publish"], "/publish"),
        (_, true) => new("meadow", texts[$"notes.profile.{tab.Word()}.empty-mine"], texts["notes.profile.look-around"], "/"),
        _ => new("wind", texts["notes.profile.empty"]),
    };

    /// <summary>The next page is the profile itself with a cursor; its other parameters say which tab is open.</summary>
    private string More(string next)
    {
        var request = http.HttpContext!.Request;
        var query = QueryString.Create(request.Query.Where(q => q.Key is not "cursor")).Add("cursor", next);
        return request.Path + query;
    }
}
