using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Contracts.Media;

namespace Sward.Accounts;

/// <summary>Reads and changes one's own profile. Fields that are absent stay as they are.</summary>
internal sealed class EditProfile(AccountsDb db, IMediaCards media, ICurrentAccount current, AccountCards cards, TimeProvider clock)
{
    public sealed record Request
    {
        [RegularExpression(Handles.Pattern)]
        public string? Handle { get; init; }

        [MinLength(1), MaxLength(24)]
        public string? Nickname { get; init; }

        [MaxLength(200)]
        public string? Bio { get; init; }

        [MaxLength(40)]
        public string? Region { get; init; }

        /// <summary>The first day of year 1 takes it away.</summary>
        public DateOnly? Birthday { get; init; }

        [MaxLength(20), ShortTexts(40)]
        public IReadOnlyList<string>? Interests { get; init; }

        /// <summary>A picture of one's own; 0 takes it away.</summary>
        public long? AvatarId { get; init; }

        /// <summary>A picture of one's own; 0 takes it away.</summary>
        public long? CoverId { get; init; }

        [AllowedValues("zh-CN", "en", null)]
        public string? Language { get; init; }

        public ProfilePrivacy? Privacy { get; init; }
    }

    public static void Map(IEndpointRouteBuilder me)
    {
        me.MapGet("/", async (EditProfile profile, CancellationToken ct) => TypedResults.Ok(await profile.ReadAsync(ct)))
            .WithName("ReadMe").RequireAuthorization();
        me.MapPatch("/", async (Request request, EditProfile profile, CancellationToken ct) => TypedResults.Ok(await profile.ChangeAsync(request, ct)))
            .WithName("EditMe").RequireAuthorization().ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    public async Task<MyAccount> ReadAsync(CancellationToken ct) => await MyAccount.OfAsync(await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == current.Id, ct), media, ct);

    /// <summary>Applies the change or refuses it whole: a handle that is taken, a day of birth to come, a picture that is not one's own.</summary>
    public async Task<MyAccount> ChangeAsync(Request request, CancellationToken ct)
    {
        var account = await db.Accounts.SingleAsync(a => a.Id == current.Id, ct);
        await CheckAsync(request, account, ct);
        Apply(request, account);
        account.Version++;
        var now = clock.GetUtcNow();
        db.Announce(new ProfileChanged(account.Id, account.Handle, account.Nickname, account.Bio, now));
        db.Announce(new MediaUsed($"accounts.profile:{account.Id}", [.. new[] { account.AvatarId, account.CoverId }.OfType<long>()], now));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("accounts.changed-elsewhere");
        }
        catch (DbUpdateException error) when (error.InnerException is Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 19 } or Npgsql.PostgresException { SqlState: "23505" })
        {
            throw new Refusal("accounts.handle-taken");
        }

        cards.Evict(account.Id);
        return await MyAccount.OfAsync(account, media, ct);
    }

    private async Task CheckAsync(Request request, Account account, CancellationToken ct)
    {
        if (request.Handle is { } handle && await db.Accounts.AnyAsync(a => a.Handle == handle && a.Id != account.Id, ct))
        {
            throw new Refusal("accounts.handle-taken");
        }

        if (request.Birthday > DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1))
        {
            throw new Refusal("accounts.birthday-to-come", StatusCodes.Status422UnprocessableEntity);
        }

        long[] pictures = [.. new[] { request.AvatarId, request.CoverId }.OfType<long>().Where(id => id != 0)];
        var known = pictures.Length == 0 ? null : await media.GetAsync(pictures, ct);
        if (pictures.Any(id => known!.GetValueOrDefault(id) is not { State: "ready" } card || card.OwnerId != account.Id))
        {
            throw new Refusal("accounts.picture-not-yours", StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static void Apply(Request request, Account account)
    {
        account.Handle = request.Handle ?? account.Handle;
        account.Nickname = PlainText.LineOrNull(request.Nickname) ?? account.Nickname;
        account.Bio = request.Bio is { } bio ? PlainText.Block(bio) : account.Bio;
        account.Region = request.Region is { } region ? PlainText.Line(region) : account.Region;
        account.Birthday = request.Birthday == DateOnly.MinValue ? null : request.Birthday ?? account.Birthday;
        account.Interests = request.Interests is { } interests ? [.. interests.Select(PlainText.Line).Distinct(StringComparer.Ordinal)] : account.Interests;
        account.AvatarId = Picture(request.AvatarId, account.AvatarId);
        account.CoverId = Picture(request.CoverId, account.CoverId);
        account.Language = request.Language ?? account.Language;
        if (request.Privacy is { } privacy)
        {
            (account.NotesVisibility, account.CollectedVisibility, account.LikedVisibility) = (privacy.Notes, privacy.Collected, privacy.Liked);
        }
    }

    private static long? Picture(long? wanted, long? present) => wanted is 0 ? null : wanted ?? present;
}
