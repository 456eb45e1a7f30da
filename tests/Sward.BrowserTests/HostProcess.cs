using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Sward.BrowserTests;

/// <summary>The published Host as a process of its own, on its own port and data folder.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly List<string> output = [];

    private HostProcess(string data, IEnumerable<string> settings)
    {
        // localhost rather than 127.0.0.1: passkeys are void on IP addresses.
        Address = new($"http://localhost:{FreePort()}");
        process = new Process
        {
            StartInfo = new(Repository.Path("artifacts/host/Sward.Host"), [$"--Urls=http://127.0.0.1:{Address.Port}", $"--Data:Folder={data}", .. settings])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.OutputDataReceived += (_, line) => Remember(line.Data);
        process.ErrorDataReceived += (_, line) => Remember(line.Data);
    }

    public Uri Address { get; }

    /// <summary>Starts the Host and returns when it answers.</summary>
    public static async Task<HostProcess> StartAsync(string data, IEnumerable<string> settings, TimeSpan patience)
    {
        var host = new HostProcess(data, settings);
        host.process.Start();
        host.process.BeginOutputReadLine();
        host.process.BeginErrorReadLine();
        try
        {
            await host.UntilReadyAsync(patience);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks the Host to end, as a service manager does: it writes its log back into the database file.</summary>
    public async ValueTask DisposeAsync()
    {
        using var kill = Process.Start("kill", [$"{process.Id}"]);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>The printed line with this in it.</summary>
    public string Said(string text)
    {
        lock (output)
        {
            return output.First(line => line.Contains(text, StringComparison.Ordinal));
        }
    }

    private async Task UntilReadyAsync(TimeSpan patience)
    {
        using var client = new HttpClient { BaseAddress = Address };
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < patience && !process.HasExited;)
        {
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

        lock (output)
        {
            throw new InvalidOperationException($"Sward did not start:\n{string.Join('\n', output)}");
        }
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
