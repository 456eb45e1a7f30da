using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Addresses;

namespace Sward.Tests.Mall;

/// <summary>The program as people run it: a process with its own data.</summary>
internal sealed class Installation(string? postgres, params string[] settings) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sward-durable-").FullName;
    private readonly int port = FreePort();
    private readonly ConcurrentQueue<string> output = new();
    private readonly CancellationTokenSource closing = CancellationTokenSource.CreateLinkedTokenSource(AppFixture.Ct);
    private Process? process;

    public Uri Address => new($"http://127.0.0.1:{port}");

    /// <summary>Cancelled when nobody will start the program again.</summary>
    public CancellationToken Closing => closing.Token;

    public void AssertRuns() => Assert.False(process!.HasExited, $"The program ended by itself:\n{string.Join('\n', output)}");

    /// <summary>A file beside the data that a kill of the program does not touch.</summary>
    public string FileOf(string name) => Path.Combine(folder, name);

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        var program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Host", new DirectoryInfo(AppContext.BaseDirectory).Name, "Sward.Host.dll"));
        foreach (var argument in new[] { program, $"--urls={Address}", $"--Data:Folder={Path.Combine(folder, "data")}", "--RateLimits:Enabled=false", $"--ConnectionStrings:Postgres={postgres}" }.Concat(settings))
        {
            start.ArgumentList.Add(argument);
        }

        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await AnswersAsync();
    }

    public void Kill()
    {
        process!.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    public MallDb OpenDb()
    {
        var services = new ModuleDbServices(TimeProvider.System, new FactBell());
        return postgres is null
            ? new MallDbSqlite(new DbContextOptionsBuilder<MallDbSqlite>().UseSqlite($"Data Source={Path.Combine(folder, "data", "sward.db")};Default Timeout=30").Options, services)
            : new MallDbPostgres(new DbContextOptionsBuilder<MallDbPostgres>().UseNpgsql(postgres).Options, services);
    }

    /// <summary>Opens an account with an address that it can order to.</summary>
    /// <param name="number">Names the account, and its address counts from 10.</param>
    public async Task<(HttpClient Client, long AccountId, long AddressId)> SignUpAsync(int number)
    {
        var client = new HttpClient { BaseAddress = Address };
        var account = await client.PostJsonAsync("/api/v1/accounts", new { email = $"durable{number}@test.example", password = Person.Password, nickname = "Buyer" });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", account.Body.GetProperty("token").GetString());
        await using var db = OpenDb();
        var address = new Address
        {
            Id = 10 + number,
            AccountId = account.Body.GetProperty("account").IdOf(),
            Name = "Mei",
            Phone = "13800000000",
            Country = "CN",
            Region = "Zhejiang",
            City = "Hangzhou",
            Line = "1 Lake Road",
        };
        db.Add(address);
        await db.SaveChangesAsync(AppFixture.Ct);
        return (client, address.AccountId, address.Id);
    }

    /// <summary>A killed program gives no answer: ask again, with the same key, until it is back.</summary>
    public async Task<Answer> UntilAnsweredAsync(Func<Task<Answer>> askAsync)
    {
        while (true)
        {
            try
            {
                return await askAsync();
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Closing);
            }
        }
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
        if (process is not null)
        {
            Kill();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task AnswersAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        var patience = Stopwatch.StartNew();
        while (true)
        {
            AssertRuns();
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(1), $"The program did not start:\n{string.Join('\n', output)}");
            try
            {
                using var answer = await client.GetAsync("/health/ready", AppFixture.Ct);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System, AppFixture.Ct);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
