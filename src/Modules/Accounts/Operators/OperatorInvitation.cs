using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Sward.Accounts;

/// <summary>
/// While an installation has no operator, every start prints a link with which whoever sees the console makes their account the first one. It is good for
/// half an hour and once. Printed, not logged: logs are kept and sent elsewhere.
/// </summary>
internal sealed class OperatorInvitation(
    IServiceScopeFactory scopes, IServer server, IHostApplicationLifetime host, IOptions<SiteOptions> site, IOptions<AccountsOptions> options, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Good = TimeSpan.FromMinutes(30);
    private readonly DateTimeOffset until = clock.GetUtcNow() + Good;

    /// <summary>What the link carries; 128 random bits.</summary>
    public string Token { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    public bool Accepts(string? token) => clock.GetUtcNow() < until
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token ?? ""), Encoding.UTF8.GetBytes(Token));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Only then the server knows its address.
        var started = new TaskCompletionSource();
        await using var registration = host.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);

        await using var scope = scopes.CreateAsyncScope();
        if (options.Value.InviteFirstOperator && !await scope.ServiceProvider.GetRequiredService<OperatorAccounts>().AnyAsync(stoppingToken))
        {
            var root = site.Value.Root ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
            await Console.Out.WriteLineAsync($"\n  Nobody runs this Sward yet. Within half an hour: {root}/first-operator?token={Token}\n");
        }
    }
}
