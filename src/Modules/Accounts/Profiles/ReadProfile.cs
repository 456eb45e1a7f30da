using System.Globalization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Media;

namespace Sward.Accounts;

/// <summary>A profile as others see it, with the reader's relation to it. Who is blocked, either way, finds nothing.</summary>
internal sealed class ReadProfile(AccountsDb db, IMediaCards media, ICircles circles, ICurrentAccount reader)
{
    public sealed record Profile(
        long Id, string Handle, string Nickname, string Kind, string? Bio, string? Region, IReadOnlyList<string> Interests, MediaCard? Avatar, MediaCard? Cover,
        ProfileCounts Counts, ProfilePrivacy Privacy, Relation? Relation, DateTimeOffset CreatedAt);

    /// <summary>How the reader stands to the account; absent for visitors and for one's own profile.</summary>
    public sealed record Relation(bool Following, bool FollowedBy, bool Friend, bool Blocked, bool Muted);

    public static void Map(IEndpointRouteBuilder accounts) => accounts
        .MapGet("/{handleOrId}", async Task<Results<Ok<Profile>, ProblemHttpResult>> (string handleOrId, ReadProfile read, CancellationToken ct) =>
            await read.FindAsync(handleOrId, ct) is { } profile ? TypedResults.Ok(profile) : Problems.NotFound("accounts.account-not-found"))
        .WithName("ReadProfile")
        .AllowAnonymous()
        .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>The profile by handle or id, or null when there is none that this reader may see.</summary>
    public async Task<Profile?> FindAsync(string handleOrId, CancellationToken ct)
    {
        var byId = long.TryParse(handleOrId, NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        var handle = handleOrId.ToLowerInvariant();
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => byId ? a.Id == id : a.Handle == handle, ct);
        if (account is null)
        {
            return null;
        }

        var relation = await RelationAsync(account.Id, ct);
        // Somebody I blocked stays visible to me, so that I can lift the block; whoever blocked me is gone.
        if (relation?.Blocked == true && !await db.Blocks.AnyAsync(b => b.BlockerId == reader.Id && b.BlockedId == account.Id, ct))
        {
            return null;
        }

        var pictures = await ProfilePictures.OfAsync(account, media, ct);
        return new(account.Id, account.Handle, account.Nickname, account.Kind, account.Bio, account.Region, account.Interests, pictures.Avatar, pictures.Cover,
            ProfileCounts.Of(account), new(account.NotesVisibility, account.CollectedVisibility, account.LikedVisibility), relation, account.OpenedAt);
    }

    private async Task<Relation?> RelationAsync(long accountId, CancellationToken ct)
    {
        if (reader.IdOrNull is not { } readerId || readerId == accountId)
        {
            return null;
        }

        var circle = await circles.OfAsync(readerId, ct);
        var followedBy = await db.Follows.AnyAsync(f => f.FollowerId == accountId && f.FolloweeId == readerId, ct);
        return new(circle.Following.Contains(accountId), followedBy, circle.Friends.Contains(accountId), circle.Blocked.Contains(accountId), circle.Muted.Contains(accountId));
    }
}
