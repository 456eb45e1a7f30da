using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Npgsql;

namespace Sward.BrowserTests;

/// <summary>The published Host as a process of its own, on its own port and data folder. One for all journeys on a database.</summary>
public abstract class RunningSward : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    private readonly List<string> output = [];
    private Process? host;

    /// <summary>localhost rather than 127.0.0.1: passkeys are void on IP addresses.</summary>
    public Uri Address { get; } = new($"http://localhost:{FreePort()}");

    protected string Data { get; } = Directory.CreateTempSubdirectory("sward-browser-").FullName;

    public virtual async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo(
            Repository.Path("artifacts/host/Sward.Host"), [$"--Urls=http://127.0.0.1:{Address.Port}", $"--Data:Folder={Data}", .. Settings])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        host = new Process { StartInfo = start };
        host.OutputDataReceived += (_, line) => Remember(line.Data);
        host.ErrorDataReceived += (_, line) => Remember(line.Data);
        host.Start();
        host.BeginOutputReadLine();
        host.BeginErrorReadLine();
        await UntilReadyAsync();
    }

    /// <summary>What makes this installation differ from the default one.</summary>
    protected abstract IEnumerable<string> Settings { get; }

    public virtual async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            host.Kill();
            await host.WaitForExitAsync();
            host.Dispose();
        }

        Directory.Delete(Data, recursive: true);
        GC.SuppressFinalize(this);
    }

    private async Task UntilReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < StartLimit;)
        {
            if (host!.HasExited)
            {
                break;
            }

            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"Sward did not start:\n{string.Join('\n', output)}");
    }

    private void Remember(string? line)
    {
        lock (output)
        {
            output.Add(line ?? "");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Sward on SQLite with the demo town.</summary>
public sealed class OnSqlite : RunningSward
{
    protected override IEnumerable<string> Settings => ["--Town:Plant=true"];

    /// <summary>Sign-ins of the demo town by what the person does there.</summary>
    public async Task<DemoAccount> DemoAccountAsync(string role)
    {
        await using var file = File.OpenRead(Path.Combine(Data, "demo-accounts.json"));
        var accounts = await JsonSerializer.DeserializeAsync<DemoAccount[]>(file, JsonSerializerOptions.Web, TestContext.Current.CancellationToken);
        return accounts!.First(account => string.Equals(account.Role, role, StringComparison.Ordinal));
    }

}

/// <summary>An empty Sward on a PostgreSQL database of its own.</summary>
public sealed class OnPostgres : RunningSward
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("SWARD_TEST_POSTGRES");
    private readonly string database = $"browser_{Guid.NewGuid():N}";

    public override async ValueTask InitializeAsync()
    {
        if (Server is not null)
        {
            await ExecuteAsync($"CREATE DATABASE {database}");
            await base.InitializeAsync();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Server is not null)
        {
            await ExecuteAsync($"DROP DATABASE {database} WITH (FORCE)");
        }
    }

    protected override IEnumerable<string> Settings => [$"--ConnectionStrings:Postgres={Server};Database={database};Maximum Pool Size=40"];

    private static async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create($"{Server};Database=postgres");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>A printed sign-in of the demo town.</summary>
public sealed record DemoAccount(string Login, string Password, string Role);
