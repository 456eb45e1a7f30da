using Microsoft.Extensions.Logging;

namespace Sward.Search;

/// <summary>Keeps this node's <see cref="RuleBook"/> as the rows are: at once after a change made here, within seconds after one made elsewhere.</summary>
internal sealed class ReadRules(RuleBook book, IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReadRules> log)
    : NodeJob(TimeSpan.FromSeconds(10), clock, log)
{
    public override async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SearchDb>();
        var now = Clock.GetUtcNow();
        book.Replace(
            await db.Synonyms.AsNoTracking().ToListAsync(ct),
            await db.BlockedTerms.AsNoTracking().ToListAsync(ct),
            await db.Pins.AsNoTracking().Where(p => p.Until > now).ToListAsync(ct));
    }
}
