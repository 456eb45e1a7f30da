using System.Net.Http.Json;
using System.Text.Json;
using Sward.Kernel;

namespace Sward.Bench;

/// <summary>What the server answered: a status and a body, which is nothing when there was none.</summary>
internal sealed record FestivalAnswer(int Status, JsonElement Body);

/// <summary>The festival's server, which may be killed at any moment. Whoever asks in that moment asks again, with the same key, once another one stands in its place.</summary>
internal sealed class FestivalServer(string data, string[] settings) : IAsyncDisposable
{
    private readonly SemaphoreSlim replacing = new(1);
    private TimeSpan ahead;
    private Server server = null!;

    public int Kills { get; private set; }

    public int AskedAgain => askedAgain;

    private int askedAgain;

    public async Task StartAsync() => server = await Server.StartAsync(data, [.. settings, FormattableString.Invariant($"{ShiftedClock.Setting}={ahead.TotalMinutes}")]);

    /// <summary>SIGKILL in the middle of whatever it is doing, and a new one on the same data.</summary>
    public async Task KillAsync()
    {
        await replacing.WaitAsync();
        try
        {
            var killed = server;
            killed.Kill();
            await StartAsync();
            await killed.DisposeAsync();
            Kills++;
        }
        finally
        {
            replacing.Release();
        }
    }

    /// <summary>Time passes while the server is down: it starts again with a later clock, and its jobs do what has become due.</summary>
    public async Task PassTimeAsync(TimeSpan by)
    {
        ahead += by;
        await server.DisposeAsync();
        await StartAsync();
        using var patient = new HttpClient { BaseAddress = server.Address, Timeout = Timeout.InfiniteTimeSpan };
        using var answer = await patient.PostAsync(new Uri($"{BenchServer.RunJobs}?of=mall", UriKind.Relative), content: null);
        answer.EnsureSuccessStatusCode();
    }

    public async Task<FestivalAnswer> SendAsync(HttpMethod method, long accountId, string path, object? body = null, string? key = null)
    {
        while (true)
        {
            var current = server;
            try
            {
                using var request = new HttpRequestMessage(method, new Uri($"/api/v1/{path}", UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
                request.Headers.Authorization = new("Bearer", Planting.TokenOf(accountId));
                if (key is not null)
                {
                    request.Headers.Add(IdempotencyExtensions.Header, key);
                }

                using var answer = await current.Client.SendAsync(request);
                var text = await answer.Content.ReadAsStringAsync();
                return new((int)answer.StatusCode, text.StartsWith('{') ? JsonSerializer.Deserialize<JsonElement>(text) : default);
            }
            catch (Exception gone) when (gone is HttpRequestException or ObjectDisposedException or TaskCanceledException)
            {
                Interlocked.Increment(ref askedAgain);
                await replacing.WaitAsync();
                replacing.Release();
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        replacing.Dispose();
        return server.DisposeAsync();
    }
}
