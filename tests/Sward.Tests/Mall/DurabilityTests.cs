using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Addresses;
using Sward.Mall.Catalog;
using Sward.Mall.Ledger;
using Sward.Mall.Stock;
using Sward.Mall.Stores;

namespace Sward.Tests.Mall;

/// <summary>The real program, killed with -9 again and again while people buy. What was answered must be there afterwards, and nothing half done.</summary>
public sealed class DurabilityTests
{
    private const int Kills = 20, Checkouts = 500, Customers = 5;

    [Fact]
    public Task Twenty_kills_lose_no_answered_order_on_sqlite() => SurviveAsync(postgres: null);

    [Fact]
    public async Task Twenty_kills_lose_no_answered_order_on_postgres()
    {
        var server = Environment.GetEnvironmentVariable("SWARD_TEST_POSTGRES_DURABLE");
        Assert.SkipWhen(server is null, "Set SWARD_TEST_POSTGRES_DURABLE to a server that runs with fsync on.");
        var name = $"sward_{Guid.NewGuid():N}";
        await ExecuteAsync(server!, $"CREATE DATABASE {name}");
        try
        {
            var database = $"{server};Database={name};Maximum Pool Size=20";
            await SurviveAsync(database);
            Assert.Equal("on", await SynchronousCommitAsync(database));
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            await ExecuteAsync(server!, $"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    private static async Task SurviveAsync(string? postgres)
    {
        using var installation = new Installation(postgres);
        await installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var customers = await Task.WhenAll(Enumerable.Range(0, Customers).Select(number => Customer.ComeAsync(installation, shop, number)));
        var buying = Task.WhenAll(customers.Select(customer => customer.BuyAsync(Checkouts / Customers)));

        var random = new Random(9);
        for (var kill = 1; kill <= Kills; kill++)
        {
            var due = kill * Checkouts / (Kills + 1);
            while (customers.Sum(customer => customer.Answered) < due && !buying.IsCompleted)
            {
                installation.AssertRuns();
                await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, AppFixture.Ct);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(40)), TimeProvider.System, AppFixture.Ct);
            installation.Kill();
            var answered = customers.SelectMany(customer => customer.Written()).ToList();
            await installation.StartAsync();
            await AssertAllIsThereAsync(installation, answered);
        }

        await buying;
        foreach (var customer in customers)
        {
            await customer.AssertKeysAreRememberedAsync();
        }

        await using var db = installation.OpenDb();
        Assert.Equal(Checkouts, await db.Purchases.CountAsync(AppFixture.Ct));
        Assert.True(await db.LedgerEntries.AnyAsync(AppFixture.Ct), "Some of the orders were paid.");
    }

    private static async Task AssertAllIsThereAsync(Installation installation, IReadOnlyList<(string Key, long PurchaseId)> answered)
    {
        await using var db = installation.OpenDb();
        Assert.Empty(await new Invariants(db).BrokenAsync(AppFixture.Ct));
        var there = await db.Purchases.Where(p => db.Orders.Any(o => o.PurchaseId == p.Id)).ToDictionaryAsync(p => p.Key, p => p.Id, AppFixture.Ct);
        Assert.All(answered, answer => Assert.Equal(answer.PurchaseId, there.GetValueOrDefault(answer.Key)));
    }

    /// <summary>Whether the mall's own connections wait for the disk.</summary>
    private static async Task<string> SynchronousCommitAsync(string postgres)
    {
        using var installation = new Installation(postgres);
        await using var db = installation.OpenDb();
        await db.Database.OpenConnectionAsync(AppFixture.Ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SHOW synchronous_commit";
        return $"{await command.ExecuteScalarAsync(AppFixture.Ct)}";
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection($"{server};Database=postgres");
        await connection.OpenAsync(AppFixture.Ct);
#pragma warning disable CA2100 // The name is made above from a Guid.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(AppFixture.Ct);
    }

    /// <summary>The program as people run it: a process with its own data.</summary>
    private sealed class Installation(string? postgres) : IDisposable
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

        public string AnswersOf(int customer) => Path.Combine(folder, $"answers-{customer}.txt");

        public async Task StartAsync()
        {
            var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            var program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Host", new DirectoryInfo(AppContext.BaseDirectory).Name, "Sward.Host.dll"));
            foreach (var argument in new[] { program, $"--urls={Address}", $"--Data:Folder={Path.Combine(folder, "data")}", "--RateLimits:Enabled=false", $"--ConnectionStrings:Postgres={postgres}" })
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
        }

        public MallDb OpenDb()
        {
            var services = new ModuleDbServices(TimeProvider.System, new FactBell());
            return postgres is null
                ? new MallDbSqlite(new DbContextOptionsBuilder<MallDbSqlite>().UseSqlite($"Data Source={Path.Combine(folder, "data", "sward.db")};Default Timeout=30").Options, services)
                : new MallDbPostgres(new DbContextOptionsBuilder<MallDbPostgres>().UseNpgsql(postgres).Options, services);
        }

        /// <summary>One variant with more units than anybody will buy.</summary>
        public async Task<long> OpenShopAsync()
        {
            await using var db = OpenDb();
            db.Add(new Store { Id = 1, OwnerId = 1, Name = "Harbour Store", Kind = StoreKind.Personal, OpenedAt = DateTimeOffset.UnixEpoch });
            db.Add(new Product { Id = 2, StoreId = 1, Name = "Tea", Origin = "Fujian", Category = "food", OnSale = true, PriceMinor = 999 });
            db.Add(new Sku { Id = 3, ProductId = 2, Code = "one", PriceMinor = 999 });
            db.Add(new Warehouse { Id = 4, StoreId = 1, Code = "one" });
            db.Add(new StockLevel { SkuId = 3, WarehouseId = 4, OnHand = 100_000 });
            await db.SaveChangesAsync(AppFixture.Ct);
            return 3;
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

    /// <summary>Somebody who buys one thing after the other and writes down every answer before asking on.</summary>
    private sealed class Customer(HttpClient client, string addressId, long skuId, string answers, int number, CancellationToken closing)
    {
        private readonly Random random = new(number);
        private readonly object lines = new[] { new { skuId = $"{skuId}", quantity = 1 } };

        public int Answered { get; private set; }

        public static async Task<Customer> ComeAsync(Installation installation, long skuId, int number)
        {
            var client = new HttpClient { BaseAddress = installation.Address };
            var account = await client.PostJsonAsync("/api/v1/accounts", new { email = $"durable{number}@test.example", password = Person.Password, nickname = "Buyer" });
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", account.Body.GetProperty("token").GetString());
            await using var db = installation.OpenDb();
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
            return new Customer(client, $"{address.Id}", skuId, installation.AnswersOf(number), number, installation.Closing);
        }

        public async Task BuyAsync(int times)
        {
            while (Answered < times)
            {
                var key = Http.NewKey();
                var answer = await CheckoutAsync(key);
                await File.AppendAllLinesAsync(answers, [$"{key} {answer.Body.IdOf()}"], AppFixture.Ct);
                Answered++;
                if (random.Next(2) == 0)
                {
                    await UntilAnsweredAsync(() => client.PostJsonAsync($"/api/v1/payments/{answer.Body.PaymentId()}/sandbox", new { outcome = "succeed" }));
                }
            }
        }

        public IEnumerable<(string Key, long PurchaseId)> Written() => File.Exists(answers)
            ? File.ReadAllLines(answers).Select(line => line.Split(' ')).Select(words => (words[0], long.Parse(words[1], CultureInfo.InvariantCulture)))
            : [];

        public async Task AssertKeysAreRememberedAsync()
        {
            foreach (var (key, purchaseId) in Written().Where((_, i) => i % 10 == 0))
            {
                Assert.Equal(purchaseId, (await CheckoutAsync(key)).Body.IdOf());
            }
        }

        private async Task<Answer> CheckoutAsync(string key)
        {
            var quote = await UntilAnsweredAsync(() => client.PostJsonAsync("/api/v1/checkout/quote", new { lines }));
            var answer = await UntilAnsweredAsync(() => client.PostJsonAsync("/api/v1/checkout", new { lines, addressId, quoteId = quote.Body.GetProperty("id").GetString() }, key));
            Assert.Equal(HttpStatusCode.Created, answer.Status);
            return answer;
        }

        /// <summary>A killed program gives no answer: ask again, with the same key, until it is back.</summary>
        private async Task<Answer> UntilAnsweredAsync(Func<Task<Answer>> askAsync)
        {
            while (true)
            {
                try
                {
                    return await askAsync();
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, closing);
                }
            }
        }
    }
}
