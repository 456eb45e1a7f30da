using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;

namespace Sward.Accounts;

/// <summary>Signs somebody up with an e-mail address or a phone number, and a password or a one-time code.</summary>
internal sealed class OpenAccount(
    AccountsDb db, Sessions sessions, Passwords passwords, OneTimeCodes codes, ICodeSender sender, RateCounts rates, Ids ids, TimeProvider clock, IOptions<AccountsOptions> options)
{
    public sealed record Request(
        [property: MaxLength(254)] string? Email,
        [property: MaxLength(30)] string? Phone,
        [property: MinLength(8), MaxLength(200)] string? Password,
        [property: MaxLength(10)] string? Code,
        [property: Required, MinLength(1), MaxLength(24)] string Nickname);

    public sealed record Response(MyAccount Account, string Token);

    public static void Map(IEndpointRouteBuilder accounts) => accounts
        .MapPost("/", HandleAsync)
        .WithName("OpenAccount")
        .AllowAnonymous()
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <summary>Opens the account and a first session. Refuses a login that is taken, a code that is wrong, or neither password nor code.</summary>
    public async Task<(Account Account, string Token)> OpenAsync(Request request, string client, string? agent, CancellationToken ct)
    {
        if (Login.Parse(request.Email ?? request.Phone) is not { } login)
        {
            throw new Refusal("accounts.login-unreadable", StatusCodes.Status400BadRequest);
        }

        if (request.Password is null && request.Code is null)
        {
            throw new Refusal("accounts.password-or-code", StatusCodes.Status400BadRequest);
        }

        await rates.CountAsync($"sign-up {client}", options.Value.SignUpsPerClient, TimeSpan.FromHours(1), ct);
        if (request.Code is not null && !await codes.UseAsync(login, request.Code, ct))
        {
            throw new Refusal("accounts.code-wrong", StatusCodes.Status422UnprocessableEntity);
        }

        var account = await InsertAsync(request, login, ct);
        return (account, await sessions.StartAsync(account.Id, agent, ct));
    }

    private async Task<Account> InsertAsync(Request request, Login login, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var account = new Account
        {
            Id = ids.Next(),
            Handle = Handles.Suggest(request.Nickname),
            Nickname = PlainText.LineOrNull(request.Nickname) ?? throw new Refusal("kernel.invalid", StatusCodes.Status400BadRequest),
            Email = login.Email,
            Phone = login.Phone,
            PasswordHash = request.Password is null ? null : passwords.Hash(request.Password),
            ConfirmedAt = request.Code is not null || !sender.ReachesPeople ? now : null,
            Language = CultureInfo.CurrentUICulture.Name,
            OpenedAt = now,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        while (!await db.InsertOnceAsync(account, ct))
        {
            if (await db.Accounts.AnyAsync(a => a.Email != null && a.Email == login.Email || a.Phone != null && a.Phone == login.Phone, ct))
            {
                throw new Refusal("accounts.login-taken");
            }

            // Somebody has the suggested handle.
            account.Handle = Handles.Suggest(request.Nickname);
        }

        db.Announce(new AccountOpened(account.Id, account.Handle, account.Nickname, now));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return account;
    }

    private static async Task<Created<Response>> HandleAsync(Request request, OpenAccount open, HttpContext http, CancellationToken ct)
    {
        var (account, token) = await open.OpenAsync(request, http.ClientAddress(), http.Request.Headers.UserAgent, ct);
        return TypedResults.Created($"/api/v1/accounts/{account.Handle}", new Response(MyAccount.Of(account, avatar: null, cover: null), token));
    }
}
