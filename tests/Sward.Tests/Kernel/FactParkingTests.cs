using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Sward.Kernel;

namespace Sward.Tests.Kernel;

/// <summary>What becomes of a fact whose subscriber throws.</summary>
public abstract class FactParkingTests(AppFixture app)
{
    private const string Mailer = "tests.mailer", Counter = "tests.counter";

    [Fact]
    public async Task A_fact_that_throws_is_parked_with_its_error_and_the_others_go_on()
    {
        await using var post = await PostOffice.OpenAsync(app);
        post.Breaks = number => number == 2;

        await post.AnnounceAsync(1, 2, 3);
        await post.DeliverAsync();

        Assert.Equal([1, 3], await post.DoneAsync(Mailer));
        Assert.Equal([1, 2, 3], await post.DoneAsync(Counter));
        var parked = Assert.Single(await post.ParkedAsync());
        Assert.Equal((Mailer, LetterWritten.Name, 1, false), (parked.Subscriber, parked.Name, parked.Attempts, parked.Dead));
        Assert.Contains("The address of 2 is unreadable", parked.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_tried_again_when_its_time_has_come_and_forgotten_once_it_works()
    {
        await using var post = await PostOffice.OpenAsync(app);
        post.Breaks = _ => true;
        await post.AnnounceAsync(1);
        await post.DeliverAsync();
        var tries = post.Tries;
        post.Breaks = _ => false;

        await post.DeliverAsync();
        Assert.Equal(tries, post.Tries);

        await post.PassAsync(TimeSpan.FromSeconds(2));
        Assert.Equal([1], await post.DoneAsync(Mailer));
        Assert.Empty(await post.ParkedAsync());

        await post.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(tries + 1, post.Tries);
    }

    [Fact]
    public async Task It_is_tried_later_and_later()
    {
        await using var post = await PostOffice.OpenAsync(app);
        post.Breaks = _ => true;
        await post.AnnounceAsync(1);
        await post.DeliverAsync();

        var waits = new List<double>();
        for (var attempt = 1; attempt <= 11; attempt++)
        {
            var parked = Assert.Single(await post.ParkedAsync());
            Assert.Equal((attempt, false), (parked.Attempts, parked.Dead));
            waits.Add((parked.DueAt - post.Now).TotalSeconds);
            await post.PassAsync(parked.DueAt - post.Now);
        }

        Assert.Equal([2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048], waits);
    }

    [Fact]
    public async Task After_twelve_tries_it_is_given_up_until_an_operator_has_it_tried_again()
    {
        await using var post = await PostOffice.OpenAsync(app);
        post.Breaks = _ => true;
        await post.AnnounceAsync(1);
        await post.DeliverAsync();
        for (var attempt = 2; attempt <= 12; attempt++)
        {
            await post.PassAsync(TimeSpan.FromHours(1));
        }

        var dead = Assert.Single(await post.ParkedAsync());
        Assert.Equal((12, true), (dead.Attempts, dead.Dead));
        var tries = post.Tries;
        post.Breaks = _ => false;
        await post.PassAsync(TimeSpan.FromDays(2));

        Assert.Equal(tries, post.Tries);

        await post.ReviveAsync();
        await post.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal([1], await post.DoneAsync(Mailer));
        Assert.Empty(await post.ParkedAsync());
    }

    private sealed record LetterWritten(int Number) : IEvent
    {
        public static string Name => "tests.letter-written.v1";
    }

    /// <summary>A courier with two subscribers, of which the mailer breaks where it is told to. What they did is a row, written before they break.</summary>
    private sealed class PostOffice : IAsyncDisposable
    {
        private readonly AppFixture own;
        private readonly FactCourier courier;

        private PostOffice(AppFixture own)
        {
            this.own = own;
            courier = new(
                own.Services.GetRequiredService<IServiceScopeFactory>(), [SubscriptionOf(Mailer), SubscriptionOf(Counter)], followers: [], new FactBell(),
                own.Services.GetRequiredService<NodeLease>(), own.Clock, NullLogger<FactCourier>.Instance);
        }

        public Func<int, bool> Breaks { get; set; } = _ => false;

        /// <summary>How often the mailer was called.</summary>
        public int Tries { get; private set; }

        public DateTimeOffset Now => own.Clock.GetUtcNow();

        public static async Task<PostOffice> OpenAsync(AppFixture app) => new(await app.OwnHostAsync());

        public Task AnnounceAsync(params IEnumerable<int> numbers) => own.InScope<KernelDb>(async db =>
        {
            foreach (var number in numbers)
            {
                db.Announce(new LetterWritten(number));
            }

            await db.SaveChangesAsync(AppFixture.Ct);
        });

        public async Task DeliverAsync()
        {
            // Waits until no transaction of another test holds facts back.
            await own.DeliverFactsAsync();
            await courier.DeliverAllAsync(AppFixture.Ct);
        }

        public async Task PassAsync(TimeSpan time)
        {
            await own.MoveClockAsync(time);
            await courier.DeliverAllAsync(AppFixture.Ct);
        }

        public Task<List<ParkedFact>> ParkedAsync() => own.InDb<KernelDb, List<ParkedFact>>(db => db.Parked.AsNoTracking().ToListAsync(AppFixture.Ct));

        /// <summary>What docs/operations.md tells operators to do.</summary>
        public Task<int> ReviveAsync() => own.InDb<KernelDb, int>(db => db.Database.ExecuteSqlRawAsync("UPDATE kernel_parked SET dead = FALSE", AppFixture.Ct));

        public async Task<IReadOnlyList<int>> DoneAsync(string subscriber)
        {
            var names = await own.InDb<KernelDb, List<string>>(db => db.JobLeases.Select(row => row.Name).ToListAsync(AppFixture.Ct));
            return [.. names.Where(name => name.StartsWith(subscriber, StringComparison.Ordinal)).Select(name => int.Parse(name.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)).Order()];
        }

        public async ValueTask DisposeAsync()
        {
            courier.Dispose();
            await own.DisposeAsync();
        }

        private Subscription SubscriptionOf(string subscriber) => new(subscriber, LetterWritten.Name, typeof(KernelDb), async (scope, json, ct) =>
        {
            var number = System.Text.Json.JsonSerializer.Deserialize<LetterWritten>(json, FactJson.Options)!.Number;
            var db = scope.GetRequiredService<KernelDb>();
            db.Add(new JobLease { Name = $"{subscriber} {number}" });
            await db.SaveChangesAsync(ct);
            if (subscriber is Mailer)
            {
                Tries++;
                if (Breaks(number))
                {
                    throw new InvalidOperationException($"The address of {number} is unreadable");
                }
            }
        });
    }
}

public sealed class FactParkingOnSqlite(OnSqlite app) : FactParkingTests(app);

public sealed class FactParkingOnPostgres(OnPostgres app) : FactParkingTests(app);
