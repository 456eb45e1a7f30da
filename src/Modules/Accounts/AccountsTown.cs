using Sward.Contracts.Town;

namespace Sward.Accounts;

/// <summary>Plants the people of the demo town and who follows whom.</summary>
internal sealed class AccountsTown(AccountsDb db, Passwords passwords, Ids ids) : ITownPart
{
    public int Order => 10;

    public async Task<bool> HasRoomAsync(CancellationToken ct) => !await db.Accounts.AnyAsync(ct);

    public async Task PlantAsync(DemoTown town, IProgress<string> progress, CancellationToken ct)
    {
        var following = town.Follows.CountBy(f => f.FollowerId).ToDictionary();
        var followers = town.Follows.CountBy(f => f.FolloweeId).ToDictionary();
        var authors = town.Notes.ToDictionary(n => n.Id, n => n.AuthorId);
        var received = town.Reactions.CountBy(r => authors[r.NoteId]).ToDictionary();
        db.Accounts.AddRange(town.People.Select(p => new Account
        {
            Id = p.Id,
            Handle = p.Handle,
            Nickname = p.Nickname,
            Bio = p.Bio,
            Region = p.Region,
            Language = p.Language,
            Email = p.Login,
            PasswordHash = p.Password is null ? null : passwords.Hash(p.Password),
            ConfirmedAt = p.JoinedAt,
            IsOperator = p.IsOperator,
            AvatarId = p.AvatarId,
            Interests = [.. p.Interests],
            OpenedAt = p.JoinedAt,
            FollowingCount = following.GetValueOrDefault(p.Id),
            FollowerCount = followers.GetValueOrDefault(p.Id),
            ReceivedCount = received.GetValueOrDefault(p.Id),
        }));
        db.Follows.AddRange(town.Follows.Select(f => new Follow { FollowerId = f.FollowerId, FolloweeId = f.FolloweeId, Id = ids.Next(f.At), At = f.At }));
        await db.SaveChangesAsync(ct);
        progress.Report($"{town.People.Count} people");
    }
}
