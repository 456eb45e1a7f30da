using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Sward.Kernel;

/// <summary>Carries the bell between nodes by LISTEN/NOTIFY on one connection of its own. When it fails, polling finds the facts a little later.</summary>
internal sealed class PostgresBell(string connectionString, FactBell bell, TimeProvider clock, ILogger<PostgresBell> log) : BackgroundService
{
    private const string Channel = "sward_facts";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Channel<bool> rings = System.Threading.Channels.Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        bell.RungLocally += () => rings.Writer.TryWrite(item: true);
        while (!stoppingToken.IsCancellationRequested)
        {
            using var outage = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            Task[] both = [ListenAsync(outage.Token), TellAsync(outage.Token)];
            var first = await Task.WhenAny(both);
            // Neither works without the other, and nothing of it may outlive the outage.
            await outage.CancelAsync();
            await Task.WhenAll(both).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(first.Exception, "The bell between nodes is out of order; polling meanwhile");
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        connection.Notification += (_, _) => bell.RingHere();
        await connection.OpenAsync(ct);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }

        while (true)
        {
            await connection.WaitAsync(ct);
        }
    }

    private async Task TellAsync(CancellationToken ct)
    {
        await foreach (var _ in rings.Reader.ReadAllAsync(ct))
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(ct);
            await using var notify = new NpgsqlCommand($"NOTIFY {Channel}", connection);
            await notify.ExecuteNonQueryAsync(ct);
        }
    }
}
