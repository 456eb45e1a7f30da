using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sward.Kernel;

namespace Sward.Tests;

/// <summary>
/// The whole application on a database of its own; one per database for all tests. Tests make their own people and things, never look at totals and never move
/// this clock: whoever needs that takes <see cref="OwnHostAsync"/>.
/// </summary>
public abstract class AppFixture : WebApplicationFactory<Program>, IAsyncLifetime
{
    private static int people;

    // The same for every host, and slow to make.
    private static Lazy<Task<OpenApiDocument>>? openApi;
    private readonly Dictionary<string, string> settings = new(StringComparer.Ordinal);
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"sward-test-{Guid.NewGuid():N}");
    private HttpClient? visitor;
    private bool ownsTemplate;

    public ManualTime Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    /// <summary>Somebody without an account.</summary>
    public HttpClient Visitor => visitor ??= NewClient();

    /// <summary>Whether what this host stands on is there; tests on it are skipped otherwise.</summary>
    protected virtual bool IsAvailable => true;

    /// <summary>
    /// Starts the host before the first test, and without leaving the thread: test classes run side by side, one may be given the fixture as soon as this awaits, and the factory
    /// is not made to be started twice at once. Only a fixture of all tests is asked.
    /// </summary>
    public virtual ValueTask InitializeAsync()
    {
        if (IsAvailable)
        {
            using (var pattern = NewOfKind())
            {
                _ = pattern.Services;
                pattern.KeepAsTemplate();
            }

            ownsTemplate = true;
            openApi ??= new(async () => new(await CreateClient().GetFromJsonAsync<JsonElement>("/openapi/v1.json", Ct)));
            _ = Services;
        }

        return ValueTask.CompletedTask;
    }

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A client that checks every JSON answer against the OpenAPI document.</summary>
    public HttpClient NewClient(string? token = null)
    {
        var client = CreateDefaultClient(new Uri("http://localhost"), new OpenApiCheck(openApi!));
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
        if (token is not null)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        }

        return client;
    }

    /// <summary>A browser: keeps cookies, follows no redirects, sends same-origin fetch metadata with writes.</summary>
    public HttpClient NewBrowser()
    {
        var client = CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = new Uri("http://localhost") });
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
        return client;
    }

    /// <summary>Opens an account with a unique e-mail address and the password <see cref="Person.Password"/>.</summary>
    public async Task<Person> SignUpAsync(string nickname = "Somebody")
    {
        var email = $"person{Interlocked.Increment(ref people)}@test.example";
        var answer = await Visitor.SendJsonAsync(HttpMethod.Post, "/api/v1/accounts", new { email, password = Person.Password, nickname });
        Assert.Equal(System.Net.HttpStatusCode.Created, answer.Status);
        var account = answer.Body.GetProperty("account");
        var token = answer.Body.GetProperty("token").GetString()!;
        return new(account.IdOf(), account.GetProperty("handle").GetString()!, email, token, NewClient(token));
    }

    /// <summary>Brings all facts to their subscribers and followers now, and the facts that these announce; nothing is delivered behind a test's back.</summary>
    public async Task DeliverFactsAsync()
    {
        long last;
        do
        {
            last = await LastFactAsync();
            await UntilNoFactIsHeldBackAsync();
            await Services.GetRequiredService<FactCourier>().DeliverAllAsync(Ct);
        }
        while (await LastFactAsync() != last);
    }

    /// <summary>Runs a clock job now.</summary>
    public Task RunJobAsync(string name) => Services.GetRequiredService<ClockJobs>().RunNowAsync(name, Ct);

    public Task<T> InDb<TDb, T>(Func<TDb, Task<T>> work) where TDb : DbContext => InScope(work);

    /// <summary>Lets a service of a request's scope do something.</summary>
    public async Task<T> InScope<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Lets a service of a request's scope do something.</summary>
    public async Task InScope<TService>(Func<TService, Task> work) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Moves the clock of an own host and lets the node renew its lease for ids.</summary>
    public async Task MoveClockAsync(TimeSpan by)
    {
        Clock.Advance(by);
        await Services.GetRequiredService<NodeLease>().RenewAsync(Ct);
    }

    /// <summary>Another host of the same kind on a fresh database, for tests that move the clock, break things or need emptiness. Dispose it.</summary>
    public async Task<AppFixture> OwnHostAsync(Action<IDictionary<string, string>>? configure = null)
    {
        var host = NewOfKind();
        configure?.Invoke(host.settings);
        await host.Services.GetRequiredService<NodeLease>().RenewAsync(Ct);
        return host;
    }

    /// <summary>A path inside this host's data folder.</summary>
    public string DataPath(params string[] parts) => Path.Combine([folder, .. parts]);

    protected abstract AppFixture NewOfKind();

    /// <summary>Lets every further host of this kind begin with a copy of this one's database, which no test has touched: to migrate an empty one takes as long as many tests.</summary>
    protected abstract void KeepAsTemplate();

    /// <summary>Throws the template away.</summary>
    protected abstract void DropTemplate();

    private async Task UntilNoFactIsHeldBackAsync()
    {
        while (await AreFactsHeldBackAsync())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Ct);
        }
    }

    private Task<long> LastFactAsync() => InDb<KernelDb, long>(async db => await db.Facts.MaxAsync(fact => (long?)fact.Position, Ct) ?? 0);

    /// <summary>PostgreSQL keeps facts back while an older transaction is open anywhere in the cluster, and other tests have theirs.</summary>
    private Task<bool> AreFactsHeldBackAsync() => InDb<KernelDb, bool>(async db => db.Database.IsNpgsql() && await db.Database
        .SqlQueryRaw<bool>("SELECT EXISTS (SELECT 1 FROM kernel_fact WHERE xid >= pg_snapshot_xmin(pg_current_snapshot())) AS \"Value\"").SingleAsync(Ct));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Data:Folder", folder);
        builder.UseSetting("RateLimits:Enabled", "false");
        // A real password takes a tenth of a second to hash, on purpose; hundreds of people sign up here.
        builder.UseSetting("Accounts:PasswordRounds", "1000");
        builder.UseSetting("Accounts:InviteFirstOperator", "false");
        builder.UseSetting("Accounts:SignUpsPerClient", "100000");
        builder.UseSetting("Accounts:SignInsPerClient", "100000");
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddLogging(logging => logging.ClearProviders());
            // Facts and jobs run when a test says so; the lease is renewed when a test moves the clock.
            foreach (var loop in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationFactory is { } make
                && new[] { typeof(FactCourier), typeof(ClockJobs), typeof(NodeLease) }.Contains(make.Method.ReturnType)).ToArray())
            {
                services.Remove(loop);
            }
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(folder))
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }

        if (ownsTemplate)
        {
            DropTemplate();
            ownsTemplate = false;
        }
    }
}

/// <summary>Somebody with an account and a client that is signed in by token.</summary>
public sealed record Person(long Id, string Handle, string Email, string Token, HttpClient Client)
{
    public const string Password = "rainy-harbour-42";
}
