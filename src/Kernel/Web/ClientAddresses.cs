using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Sward.Kernel;

/// <summary>Under which name the requests of a client without an account are counted.</summary>
public static class ClientAddresses
{
    private const int Network = 8;

    /// <summary>The client's address; of one of version 6 the first half, because whoever has it has all of the second and may use another one for each request.</summary>
    public static string ClientAddress(this HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : http.Connection.RemoteIpAddress;
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6 })
        {
            return address?.ToString() ?? "local";
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(Network).Clear();
        return new IPAddress(bytes).ToString();
    }
}
