using Microsoft.Extensions.Logging;

namespace Sward.Accounts;

/// <summary>Writes down when sessions were last seen, many at once, so that no request waits for a write. What a crash loses is seen again with the next request.</summary>
internal sealed class SeenSessions(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SeenSessions> log) : NodeJob(TimeSpan.FromSeconds(15), clock, log)
{
    private const int Most = 100_000;
    private const int Batch = 500;

    private readonly Lock adding = new();
    private HashSet<long> seen = [];

    public void Add(long sessionId)
    {
        lock (adding)
        {
            if (seen.Count < Most)
            {
                seen.Add(sessionId);
            }
        }
    }

    public override async Task RunAsync(CancellationToken ct)
    {
        foreach (var ids in Take().Chunk(Batch))
        {
            await using var scope = scopes.CreateAsyncScope();
            var (db, now) = (scope.ServiceProvider.GetRequiredService<AccountsDb>(), Clock.GetUtcNow());
            await db.Sessions.Where(s => ids.Contains(s.Id)).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), ct);
        }
    }

    private HashSet<long> Take()
    {
        lock (adding)
        {
            var taken = seen;
            seen = [];
            return taken;
        }
    }
}
