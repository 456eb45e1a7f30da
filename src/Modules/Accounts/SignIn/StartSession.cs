using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Sward.Contracts.Media;

namespace Sward.Accounts;

/// <summary>Signs in with a password or a one-time code.</summary>
internal sealed class StartSession(
    AccountsDb db, Passwords passwords, OneTimeCodes codes, Sessions sessions, RateCounts rates, TimeProvider clock, IOptions<AccountsOptions> options)
{
    public sealed record Request(
        [property: Required, MaxLength(254)] string Login,
        [property: MaxLength(200)] string? Password,
        [property: MaxLength(10)] string? Code);

    public sealed record Response(MyAccount Account, string Token);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/", HandleAsync)
        .WithName("StartSession")
        .AllowAnonymous()
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <summary>Signs in, or refuses with one answer for every reason, so that nobody learns which logins exist.</summary>
    public async Task<(Account Account, string Token)> StartAsync(Request request, string client, string? agent, CancellationToken ct)
    {
        await rates.CountAsync($"sign-in {client}", options.Value.SignInsPerClient, TimeSpan.FromMinutes(10), ct);
        var login = Login.Parse(request.Login);
        var account = login is null ? null : await db.Accounts.AsNoTracking()
            .SingleOrDefaultAsync(a => login.Value.Email != null ? a.Email == login.Value.Email : a.Phone == login.Value.Phone, ct);
        var known = request.Code is { } code
            ? login is not null && await codes.UseAsync(login.Value, code, ct) && account is not null
            : await passwords.CheckAsync(account, request.Login, request.Password ?? "", ct);
        if (!known)
        {
            throw new Refusal("accounts.sign-in-failed", StatusCodes.Status422UnprocessableEntity);
        }

        if (request.Code is not null && account!.ConfirmedAt is null)
        {
            await ConfirmAsync(account.Id, ct);
        }

        return (account!, await sessions.StartAsync(account!.Id, agent, ct));
    }

    /// <summary>The code proves whose address it is. Whoever opened the account without that proof set its password and may still be signed in: both end.</summary>
    private async Task ConfirmAsync(long accountId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.Accounts.Where(a => a.Id == accountId).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.ConfirmedAt, now).SetProperty(a => a.PasswordHash, (string?)null), ct);
        foreach (var sessionId in await db.Sessions.Where(s => s.AccountId == accountId).Select(s => s.Id).ToListAsync(ct))
        {
            await sessions.EndAsync(accountId, sessionId, ct);
        }
    }

    private static async Task<Created<Response>> HandleAsync(Request request, StartSession start, IMediaCards media, HttpContext http, CancellationToken ct)
    {
        var (account, token) = await start.StartAsync(request, http.ClientAddress(), http.Request.Headers.UserAgent, ct);
        return TypedResults.Created("/api/v1/sessions/current", new Response(await MyAccount.OfAsync(account, media, ct), token));
    }
}

/// <summary>Sends a one-time code. The answer is the same whether or not the login is known.</summary>
internal static class SendCode
{
    public sealed record Request([property: Required, MaxLength(254)] string Login);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/codes", HandleAsync)
        .WithName("SendCode")
        .AllowAnonymous()
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Accepted, ProblemHttpResult>> HandleAsync(
        Request request, OneTimeCodes codes, RateCounts rates, IOptions<AccountsOptions> options, HttpContext http, CancellationToken ct)
    {
        if (Login.Parse(request.Login) is not { } login)
        {
            return Problems.BadRequest("accounts.login-unreadable");
        }

        await rates.CountAsync($"codes {http.ClientAddress()}", options.Value.SignInsPerClient, TimeSpan.FromMinutes(10), ct);
        await codes.SendAsync(login, ct);
        return TypedResults.Accepted((string?)null);
    }
}
