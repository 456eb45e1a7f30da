using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Sward.Bench;

/// <summary>Queries of the requests since the last time they were asked for. <paramref name="Most"/> is the most that one request made.</summary>
internal sealed record QueryCounts(long Requests, long Queries, long WithoutQuery, long Most)
{
    public static QueryCounts Nothing { get; } = new(0, 0, 0, 0);
}

/// <summary>The server under measurement: a process of its own, so that its CPU time is only its own.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly Process process;

    private Server(Process process, Uri address)
    {
        this.process = process;
        Address = address;
        Client = new HttpClient { BaseAddress = address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    /// <summary>The database server whose work counts too; null when the database works inside this process.</summary>
    public PostgresServer? Database { get; set; }

    public TimeSpan CpuTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime + (Database?.CpuTime ?? TimeSpan.Zero);
        }
    }

    /// <summary>Starts the server on the data in a folder, which is filled first if it is empty.</summary>
    public static async Task<Server> StartAsync(string data, params string[] settings)
    {
        var port = FreePort();
        var started = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["serve", data, $"{port}", .. settings])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        })!;
        while (await started.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line is BenchServer.Ready)
            {
                _ = started.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new(started, new($"http://127.0.0.1:{port}"));
            }

            Console.Error.WriteLine(line);
        }

        throw new InvalidOperationException("The server did not start.");
    }

    public async Task<QueryCounts> TakeCountsAsync() => (await Client.GetFromJsonAsync<QueryCounts>(new Uri(BenchServer.Counts, UriKind.Relative)))!;

    public async Task<JsonElement> GetAsync(Call call)
    {
        using var answer = await SendAsync(call);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Asks and waits for the whole answer, as a browser does.</summary>
    public async Task ReadAsync(Call call)
    {
        using var answer = await SendAsync(call);
        await answer.Content.CopyToAsync(Stream.Null);
    }

    /// <summary>Ends the server as a power cut would: SIGKILL, nothing is flushed or answered.</summary>
    public void Kill() => process.Kill();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        // The server lives as long as its input is open.
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<HttpResponseMessage> SendAsync(Call call)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(call.Path, UriKind.Relative));
        if (call.Header.Length > 0)
        {
            request.Headers.Add(call.Header, call.Value);
        }

        return (await Client.SendAsync(request)).EnsureSuccessStatusCode();
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, port: 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
