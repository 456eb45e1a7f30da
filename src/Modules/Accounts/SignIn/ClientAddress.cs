namespace Sward.Accounts;

/// <summary>Under which name a client's tries are counted.</summary>
internal static class ClientAddressExtensions
{
    public static string ClientAddress(this HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "local";
}
