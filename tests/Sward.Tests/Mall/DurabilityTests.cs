using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Catalog;
using Sward.Mall.Ledger;
using Sward.Mall.Stock;
using Sward.Mall.Stores;

namespace Sward.Tests.Mall;

/// <summary>The real program, killed with -9 again and again while people buy: twenty times on each database. What was answered must be there afterwards, and nothing half done.</summary>
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
        await using var own = await OwnDatabase.CreateAsync(server!);
        await SurviveAsync(own.ConnectionString);
        Assert.Equal("on", await SynchronousCommitAsync(own.ConnectionString));
    }

    private static async Task SurviveAsync(string? postgres)
    {
        using var installation = new Installation(postgres);
        await installation.StartAsync();
        var shop = await OpenShopAsync(installation);
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
            // Both at once: what was promised is there before the program is, and its start breaks nothing.
            await Task.WhenAll(installation.StartAsync(), AssertAllIsThereAsync(installation, answered));
        }

        await buying;
        foreach (var customer in customers)
        {
            await customer.AssertKeysAreRememberedAsync();
        }

        await AssertAllIsThereAsync(installation, [.. customers.SelectMany(customer => customer.Written())]);
        await using var db = installation.OpenDb();
        Assert.Equal(Checkouts, await db.Purchases.CountAsync(AppFixture.Ct));
        Assert.True(await db.LedgerEntries.AnyAsync(AppFixture.Ct), "Some of the orders were paid.");
    }

    /// <summary>One variant with more units than anybody will buy.</summary>
    private static async Task<long> OpenShopAsync(Installation installation)
    {
        await using var db = installation.OpenDb();
        db.Add(new Store { Id = 1, OwnerId = 1, Name = "Harbour Store", Kind = StoreKind.Personal, OpenedAt = DateTimeOffset.UnixEpoch });
        db.Add(new Product { Id = 2, StoreId = 1, Name = "Tea", Origin = "Fujian", Category = "food", OnSale = true, PriceMinor = 999 });
        db.Add(new Sku { Id = 3, ProductId = 2, Code = "one" }.Priced(new Money(999, "CNY"), 3, DateTimeOffset.UnixEpoch));
        db.Add(new Warehouse { Id = 4, StoreId = 1, Code = "one" });
        db.Add(new StockLevel { SkuId = 3, WarehouseId = 4, OnHand = 100_000 });
        await db.SaveChangesAsync(AppFixture.Ct);
        return 3;
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

    /// <summary>Somebody who buys one thing after the other and writes down every answer before asking on.</summary>
    private sealed class Customer(Installation installation, HttpClient client, string addressId, long skuId, string answers, int number)
    {
        private readonly Random random = new(number);
        private readonly object lines = new[] { new { skuId = $"{skuId}", quantity = 1 } };

        public int Answered { get; private set; }

        public static async Task<Customer> ComeAsync(Installation installation, long skuId, int number)
        {
            var (client, _, addressId) = await installation.SignUpAsync(number);
            return new Customer(installation, client, $"{addressId}", skuId, installation.FileOf($"answers-{number}.txt"), number);
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
                    await installation.UntilAnsweredAsync(() => client.PostJsonAsync($"/api/v1/payments/{answer.Body.PaymentId()}/sandbox", new { outcome = "succeed" }));
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
            var quote = await installation.UntilAnsweredAsync(() => client.PostJsonAsync("/api/v1/checkout/quote", new { lines }));
            var answer = await installation.UntilAnsweredAsync(() => client.PostJsonAsync("/api/v1/checkout", new { lines, addressId, quoteId = quote.Body.GetProperty("id").GetString() }, key));
            Assert.Equal(HttpStatusCode.Created, answer.Status);
            return answer;
        }
    }
}
