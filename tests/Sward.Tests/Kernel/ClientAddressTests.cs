using System.Net;
using Microsoft.AspNetCore.Http;
using Sward.Kernel;

namespace Sward.Tests.Kernel;

public sealed class ClientAddressTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:2:ffff::9", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:4::1", "2001:db8:1:4::")]
    [InlineData(null, "local")]
    public void A_home_with_many_addresses_is_one_client(string? address, string client)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);

        Assert.Equal(client, http.ClientAddress());
    }
}
