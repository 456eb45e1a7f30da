using Sward.Contracts.Accounts;

namespace Sward.Accounts;

/// <summary>Decides by the owner's settings who may open which tab of a profile.</summary>
internal sealed class ProfileTabs(AccountsDb db, ICircles circles) : IProfileTabs
{
    public async Task<bool> IsOpenAsync(long accountId, ProfileTab tab, long? readerId, CancellationToken ct)
    {
        if (accountId == readerId)
        {
            return true;
        }

        var circle = await circles.OfAsync(readerId, ct);
        var visibility = await db.Accounts
            .Where(a => a.Id == accountId)
            .Select(a => (TabVisibility?)(tab == ProfileTab.Notes ? a.NotesVisibility : tab == ProfileTab.Collected ? a.CollectedVisibility : a.LikedVisibility))
            .SingleOrDefaultAsync(ct);
        return !circle.Blocked.Contains(accountId) && visibility switch
        {
            TabVisibility.Everybody => true,
            TabVisibility.Followers => circle.Following.Contains(accountId),
            _ => false,
        };
    }
}
