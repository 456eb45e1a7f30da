using System.Collections.Concurrent;

namespace Sward.Media;

/// <summary>A few workers of one mode, started when they are needed, and a short queue before them.</summary>
internal sealed class WorkerPool(WorkerMode mode, int size, MediaOptions options) : IAsyncDisposable
{
    private readonly SemaphoreSlim free = new(size, size);
    private readonly ConcurrentStack<WorkerProcess> idle = [];
    private int inside;

    /// <summary>Ids of the workers that wait for a job.</summary>
    internal IEnumerable<int> Idle => idle.Select(worker => worker.Id);

    /// <summary>Runs a job on the next free worker; answers <c>media.busy</c> at once when the queue is full.</summary>
    public async Task<WorkerAnswer> RunAsync(WorkerJob job, Stream upload, CancellationToken ct)
    {
        try
        {
            if (Interlocked.Increment(ref inside) > size + options.QueueLength)
            {
                return WorkerAnswer.Refused("media.busy");
            }

            return await RunOnWorkerAsync(job, upload, ct);
        }
        finally
        {
            Interlocked.Decrement(ref inside);
        }
    }

    public Task<WorkerAnswer> RunAsync(WorkerJob job, CancellationToken ct) => RunAsync(job, Stream.Null, ct);

    public async ValueTask DisposeAsync()
    {
        while (idle.TryPop(out var worker))
        {
            await worker.DisposeAsync();
        }

        free.Dispose();
    }

    private async Task<WorkerAnswer> RunOnWorkerAsync(WorkerJob job, Stream upload, CancellationToken ct)
    {
        await free.WaitAsync(ct);
        try
        {
            var worker = await TakeAsync();
            try
            {
                return await worker.RunAsync(job, upload, TimeSpan.FromSeconds(options.WorkerWallClockSeconds), ct);
            }
            finally
            {
                await GiveBackAsync(worker);
            }
        }
        finally
        {
            free.Release();
        }
    }

    private async ValueTask<WorkerProcess> TakeAsync()
    {
        while (idle.TryPop(out var waiting))
        {
            if (!waiting.IsBroken)
            {
                return waiting;
            }

            await waiting.DisposeAsync();
        }

        return WorkerProcess.Start(mode, options.WorkerLimits);
    }

    /// <summary>A worker is used up after some jobs, so that what leaks in a decoder ends with it.</summary>
    private async ValueTask GiveBackAsync(WorkerProcess worker)
    {
        if (worker.IsBroken || worker.Jobs >= options.JobsPerWorker)
        {
            await worker.DisposeAsync();
        }
        else
        {
            idle.Push(worker);
        }
    }
}
