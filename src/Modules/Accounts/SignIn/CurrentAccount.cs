using System.Globalization;
using System.Security.Claims;
using Sward.Contracts.Accounts;

namespace Sward.Accounts;

/// <summary>Reads who is signed in from the request.</summary>
internal sealed class CurrentAccount(IHttpContextAccessor http) : ICurrentAccount
{
    public bool IsSignedIn => IdOrNull is not null;

    public long Id => IdOrNull ?? throw new InvalidOperationException("Nobody is signed in: the endpoint should require it.");

    public long? IdOrNull => Claim(ClaimTypes.NameIdentifier);

    public bool IsOperator => http.HttpContext?.User.IsInRole(SessionAuthentication.OperatorRole) == true;

    /// <summary>The session of this request.</summary>
    public long? SessionId => Claim(SessionAuthentication.SessionIdClaim);

    private long? Claim(string type) => http.HttpContext?.User.FindFirstValue(type) is { } id ? long.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture) : null;
}
