using Microsoft.Extensions.Logging;

namespace Sward.Mall;

/// <summary>Works off what waits for a job, one by one. What fails is logged and waits for the next run; it does not hold up the others.</summary>
internal sealed class Backlog(MallDb db, ILogger<Backlog> log)
{
    private const int Batch = 200;

    /// <summary>Looks at each id of the query once, the smallest first, and ends when there are no more.</summary>
    public async Task WorkOffAsync(IQueryable<long> ids, Func<long, Task> workAsync, CancellationToken ct)
    {
        long[] batch = [0];
        do
        {
            var after = batch[^1];
            batch = await ids.Where(id => id > after).Distinct().OrderBy(id => id).Take(Batch).ToArrayAsync(ct);
            foreach (var id in batch)
            {
                await TryAsync(id, workAsync, ct);
            }
        }
        while (batch.Length == Batch);
    }

    private async Task TryAsync(long id, Func<long, Task> workAsync, CancellationToken ct)
    {
        try
        {
            await workAsync(id);
        }
#pragma warning disable CA1031 // One that fails, whyever, must not stop the rest.
        catch (Exception error) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            // What it left behind must not be saved with the next.
            db.ChangeTracker.Clear();
            log.LogError(error, "Working on {Id} failed; it is tried again at the next run", id);
        }
    }
}
