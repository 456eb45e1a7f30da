using Microsoft.Extensions.Logging;

namespace Sward.Search;

/// <summary>Keeps this node's <see cref="RuleBook"/> as the rows are: at once after a change made here, within seconds after one made elsewhere.</summary>
internal sealed class ReadRules(RuleBook book, IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReadRules> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    public async Task ReadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SearchDb>();
        var now = clock.GetUtcNow();
        book.Replace(
            await db.Synonyms.AsNoTracking().ToListAsync(ct),
            await db.BlockedTerms.AsNoTracking().ToListAsync(ct),
            await db.Pins.AsNoTracking().Where(p => p.Until > now).ToListAsync(ct));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        do
        {
            try
            {
                await ReadAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The database may be away for a moment; the rules of before hold meanwhile.
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                log.LogError(error, "Reading the rules of search failed; trying again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
