using Sward.Contracts.Media;

namespace Sward.Accounts;

/// <summary>An account as its owner sees it.</summary>
internal sealed record MyAccount(
    long Id, string Handle, string Nickname, string Kind, string? Email, string? Phone, bool Confirmed, string? Bio, string? Region, DateOnly? Birthday,
    IReadOnlyList<string> Interests, MediaCard? Avatar, MediaCard? Cover, string Language, ProfileCounts Counts, ProfilePrivacy Privacy, bool IsOperator, DateTimeOffset CreatedAt)
{
    public static MyAccount Of(Account a, MediaCard? avatar, MediaCard? cover) => new(
        a.Id, a.Handle, a.Nickname, a.Kind, a.Email, a.Phone, a.ConfirmedAt is not null, a.Bio, a.Region, a.Birthday, a.Interests, avatar, cover, a.Language,
        ProfileCounts.Of(a), new(a.NotesVisibility, a.CollectedVisibility, a.LikedVisibility), a.IsOperator, a.OpenedAt);

    public static async Task<MyAccount> OfAsync(Account account, IMediaCards media, CancellationToken ct)
    {
        var pictures = await ProfilePictures.OfAsync(account, media, ct);
        return Of(account, pictures.Avatar, pictures.Cover);
    }
}

/// <summary>How many accounts a person follows and is followed by, and how many likes and collects their notes received.</summary>
internal sealed record ProfileCounts(int Following, int Followers, int Received)
{
    public static ProfileCounts Of(Account account) => new(account.FollowingCount, account.FollowerCount, account.ReceivedCount);
}

/// <summary>Who sees which tab of the profile.</summary>
internal sealed record ProfilePrivacy(TabVisibility Notes, TabVisibility Collected, TabVisibility Liked);

/// <summary>Loads avatar and cover of a profile in one batch.</summary>
internal static class ProfilePictures
{
    public static async Task<(MediaCard? Avatar, MediaCard? Cover)> OfAsync(Account account, IMediaCards media, CancellationToken ct)
    {
        long[] wanted = [.. new[] { account.AvatarId, account.CoverId }.OfType<long>()];
        var cards = wanted.Length == 0 ? null : await media.GetAsync(wanted, ct);
        return (Find(account.AvatarId), Find(account.CoverId));

        MediaCard? Find(long? id) => id is { } known ? cards?.GetValueOrDefault(known) : null;
    }
}
