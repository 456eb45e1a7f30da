using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Sward.Kernel;

/// <summary>A subscriber's permanent name, the facts it wants, and the context whose transaction it runs in.</summary>
internal sealed record Subscription(string Subscriber, string Event, Type Context, Func<IServiceProvider, string, CancellationToken, Task> RunAsync);

/// <summary>State that every node keeps in memory by following the log: caches, indexes, serving lists. Never the only copy of anything.</summary>
public abstract class Follower
{
    private const int Attempts = 4;

    public abstract string Name { get; }

    /// <summary>The last fact applied. A follower that loads a snapshot sets it to the snapshot's position.</summary>
    public FactPosition Position { get; protected internal set; }

    /// <summary>Applies facts in the log's order. What throws is tried a few times more; then the follower goes on with the next batch.</summary>
    public abstract Task FollowAsync(IReadOnlyList<LoggedFact> facts, CancellationToken ct);

    /// <summary>A follower that asks the database may find it away for a moment, so it is tried again; for a fact it cannot digest the others do not wait for ever.</summary>
    internal async Task CatchUpAsync(IReadOnlyList<LoggedFact> facts, TimeProvider clock, ILogger log, CancellationToken ct)
    {
        for (var attempt = 1; Position < facts[^1].Position; attempt++)
        {
            try
            {
                await FollowAsync(facts, ct);
                Position = facts[^1].Position;
            }
#pragma warning disable CA1031 // Whatever it throws is logged, and after some tries given up.
            catch (Exception error) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
            {
                log.LogError(error, "{Follower} could not apply facts up to {Position}, attempt {Attempt}", Name, facts[^1].Position, attempt);
                if (attempt == Attempts)
                {
                    Position = facts[^1].Position;
                }
                else
                {
                    await Task.Delay(TimeSpan.FromSeconds(attempt), clock, ct);
                }
            }
        }
    }
}

/// <summary>A follower that begins empty, so that what happened before it does not concern it: a fact only tells what to forget.</summary>
public abstract class CacheFollower : Follower
{
    public sealed override Task FollowAsync(IReadOnlyList<LoggedFact> facts, CancellationToken ct)
    {
        foreach (var fact in facts)
        {
            Apply(fact);
        }

        return Task.CompletedTask;
    }

    /// <summary>Forgets what the fact has made old.</summary>
    protected abstract void Apply(LoggedFact fact);
}

/// <summary>How modules subscribe to facts.</summary>
public static class SubscriptionExtensions
{
    /// <summary>
    /// Subscribes <typeparamref name="THandler"/> under a permanent name such as <c>inbox.tell-author-of-collect</c>; it runs in a transaction of
    /// <typeparamref name="TDb"/>, so its effects there happen exactly once. One name may take several kinds of facts and then sees them in order.
    /// </summary>
    public static IServiceCollection Subscribe<TEvent, THandler, TDb>(this IServiceCollection services, string subscriber)
        where TEvent : class, IEvent
        where THandler : class, IHandle<TEvent>
        where TDb : ModuleDb
    {
        services.AddScoped<THandler>();
        return services.AddSingleton(new Subscription(subscriber, TEvent.Name, typeof(TDb), (scope, json, ct) =>
            scope.GetRequiredService<THandler>().HandleAsync(JsonSerializer.Deserialize<TEvent>(json, FactJson.Options)!, ct)));
    }

    /// <summary>Adds state that follows the log on every node.</summary>
    public static IServiceCollection AddFollower<TFollower>(this IServiceCollection services) where TFollower : Follower
    {
        services.AddSingleton<TFollower>();
        return services.AddSingleton<Follower>(sp => sp.GetRequiredService<TFollower>());
    }
}
