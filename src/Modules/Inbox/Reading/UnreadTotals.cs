namespace Sward.Inbox;

/// <summary>How many notices wait for each person, remembered on this node: every page asks. What is told or read on another node shows within ten seconds.</summary>
internal sealed class UnreadTotals(IServiceScopeFactory scopes, TimeProvider clock)
{
    private readonly BatchCache<int> totals = new(capacity: 50_000, clock, TimeSpan.FromSeconds(10));

    public ValueTask<int> OfAsync(long accountId, CancellationToken ct) => totals.GetAsync(accountId, id => CountAsync(id, ct));

    /// <summary>Counts again at the next page: something came, went or was read.</summary>
    public void Forget(long accountId) => totals.Evict(accountId);

    private async Task<int> CountAsync(long accountId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<InboxDb>().Notices.CountAsync(n => n.AccountId == accountId && n.ReadAt == null, ct);
    }
}
