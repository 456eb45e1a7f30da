using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Sward.Kernel;

/// <summary>
/// One writer for a contested thing: requests that arrive while a transaction is in flight are decided together in the next one, so that a commit is paid
/// once per batch. The database stays the only truth; a second node only means a second batch.
/// </summary>
/// <param name="batchSize">Requests that one transaction decides at most; 1 switches the grouping off.</param>
public abstract class GroupCommit<TRequest, TAnswer>(IServiceScopeFactory scopes, ILogger log, int batchSize = GroupCommitMeter.DefaultBatchSize) : BackgroundService
{
    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    private long entered;
    private long answered;

    /// <summary>Requests that may wait; one more is refused with 503.</summary>
    private const int Capacity = 2000;

    /// <summary>Hands the request to the writer and returns its answer once the batch is committed. A caller that goes away does not take its request back.</summary>
    public Task<TAnswer> SubmitAsync(TRequest request, CancellationToken ct) => Enter(request).Answer.WaitAsync(ct);

    /// <summary>Hands the request to the writer for somebody who would like to see how the queue moves.</summary>
    public QueuePlace<TAnswer> Enter(TRequest request)
    {
        var waiting = new Waiting(request, new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously));
        return queue.Writer.TryWrite(waiting)
            ? new(waiting.Answer.Task, Interlocked.Increment(ref entered), () => Volatile.Read(ref answered))
            : throw new Refusal("kernel.busy", StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Decides all requests in one transaction and commits it; one answer per request, in their order. Throws only for what nobody expects.</summary>
    protected abstract Task<IReadOnlyList<TAnswer>> DecideAsync(IServiceProvider scope, IReadOnlyList<TRequest> batch, CancellationToken ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Waiting>(batchSize);
        while (await queue.Reader.WaitToReadAsync(stoppingToken))
        {
            batch.Clear();
            while (batch.Count < batchSize && queue.Reader.TryRead(out var waiting))
            {
                batch.Add(waiting);
            }

            await CommitAsync(batch, stoppingToken);
            Interlocked.Add(ref answered, batch.Count);
        }
    }

    /// <summary>One bad request must not spoil the others': a batch that fails is run again one by one, and only the culprit is told.</summary>
    private async Task CommitAsync(IReadOnlyList<Waiting> batch, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var answers = await DecideAsync(scope.ServiceProvider, [.. batch.Select(waiting => waiting.Request)], ct);
            GroupCommitMeter.Batches.Record(batch.Count, new KeyValuePair<string, object?>("queue", GetType().Name));
            foreach (var (waiting, answer) in batch.Zip(answers))
            {
                waiting.Answer.SetResult(answer);
            }
        }
#pragma warning disable CA1031 // Whatever went wrong belongs to the caller it happened to, never to the writer's loop.
        catch (Exception error) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            if (batch.Count == 1)
            {
                batch[0].Answer.SetException(error);
                return;
            }

            log.LogWarning(error, "A batch of {Count} failed and is run again one by one", batch.Count);
            foreach (var waiting in batch)
            {
                await CommitAsync([waiting], ct);
            }
        }
    }

    private sealed record Waiting(TRequest Request, TaskCompletionSource<TAnswer> Answer);
}

/// <summary>A request's place in the queue.</summary>
/// <param name="answer">The answer, once its batch is committed.</param>
/// <param name="number">How many had entered with it.</param>
/// <param name="answered">How many have been answered so far.</param>
public sealed class QueuePlace<TAnswer>(Task<TAnswer> answer, long number, Func<long> answered)
{
    public Task<TAnswer> Answer => answer;

    /// <summary>The same place, whose answer comes once what follows from it is done.</summary>
    public QueuePlace<TAnswer> Then(Func<TAnswer, Task> followAsync)
    {
        return new(FollowAsync(), number, answered);

        async Task<TAnswer> FollowAsync()
        {
            var outcome = await answer;
            await followAsync(outcome);
            return outcome;
        }
    }

    /// <summary>How many come first. Two that enter at the same moment may both believe to be next.</summary>
    public long Ahead => Math.Max(0, number - answered() - 1);
}

/// <summary>What operators see of group commits: how many requests share a transaction.</summary>
public static class GroupCommitMeter
{
    internal const int DefaultBatchSize = 200;

    public static readonly Histogram<int> Batches = Metrics.Meter.CreateHistogram<int>("sward.group_commit.batch", unit: "{request}");
}
