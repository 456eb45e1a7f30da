using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Sward.Accounts;

/// <summary>Recognises the session token, sent as the site's cookie or as a bearer token. Pages send visitors to sign in; the API answers a problem.</summary>
internal sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, SessionCache sessions, IProblemDetailsService problems)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "session";
    public const string SessionIdClaim = "session";
    public const string OperatorRole = "operator";
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        var token = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : Request.Cookies[SessionCookie.Name];
        if (string.IsNullOrEmpty(token))
        {
            return AuthenticateResult.NoResult();
        }

        if (await sessions.OwnerAsync(Sessions.HashOf(token), Context.RequestAborted) is not { } owner)
        {
            return AuthenticateResult.Fail("There is no such session.");
        }

        var identity = new ClaimsIdentity(Scheme.Name);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, owner.AccountId.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new(SessionIdClaim, owner.SessionId.ToString(CultureInfo.InvariantCulture)));
        if (owner.IsOperator)
        {
            identity.AddClaim(new(ClaimTypes.Role, OperatorRole));
        }

        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (IsPage)
        {
            // A form that was posted without a session leads back to the page it stood on.
            var back = Request.Path + (HttpMethods.IsGet(Request.Method) ? Request.QueryString : QueryString.Empty);
            Response.Redirect($"/sign-in?return={Uri.EscapeDataString(back)}");
            return Task.CompletedTask;
        }

        Response.Headers.WWWAuthenticate = "Bearer";
        return ProblemAsync(StatusCodes.Status401Unauthorized);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => ProblemAsync(StatusCodes.Status403Forbidden);

    private bool IsPage => !Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && !Request.Path.StartsWithSegments("/metrics", StringComparison.Ordinal);

    private async Task ProblemAsync(int status)
    {
        Response.StatusCode = status;
        await problems.TryWriteAsync(new() { HttpContext = Context, ProblemDetails = { Status = status } });
    }
}
