using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Sward.Kernel;

namespace Sward.Tests.Kernel;

public sealed class GroupCommitTests
{
    [Fact]
    public async Task What_arrives_during_one_batch_is_decided_together_in_the_next()
    {
        using var writer = await Doubler.StartAsync();
        var first = writer.SubmitAsync(1, AppFixture.Ct);
        await writer.Entered.WaitAsync(AppFixture.Ct);
        var later = Enumerable.Range(4, 9).Select(number => writer.SubmitAsync(number, AppFixture.Ct)).ToArray();

        writer.Gate.Release(2);

        Assert.Equal(2, await first);
        Assert.Equal(Enumerable.Range(4, 9).Select(number => number * 2), await Task.WhenAll(later));
        Assert.Equal([1, 9], writer.Batches);
    }

    [Fact]
    public async Task One_that_fails_is_told_and_the_others_are_decided_one_by_one()
    {
        using var writer = await Doubler.StartAsync();
        var first = writer.SubmitAsync(1, AppFixture.Ct);
        await writer.Entered.WaitAsync(AppFixture.Ct);
        var (good, bad, other) = (writer.SubmitAsync(2, AppFixture.Ct), writer.SubmitAsync(Doubler.Bad, AppFixture.Ct), writer.SubmitAsync(4, AppFixture.Ct));

        writer.Gate.Release(5);

        Assert.Equal((2, 4, 8), (await first, await good, await other));
        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        Assert.Equal([1, 3, 1, 1, 1], writer.Batches);
    }

    [Fact]
    public async Task A_caller_who_leaves_does_not_take_the_request_along()
    {
        using var writer = await Doubler.StartAsync();
        using var leaving = new CancellationTokenSource();
        var left = writer.SubmitAsync(1, leaving.Token);
        await writer.Entered.WaitAsync(AppFixture.Ct);

        await leaving.CancelAsync();
        writer.Gate.Release(2);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.Equal(4, await writer.SubmitAsync(2, AppFixture.Ct));
        Assert.Equal([1, 1], writer.Batches);
    }

    [Fact]
    public async Task A_full_queue_refuses_with_503()
    {
        using var writer = await Doubler.StartAsync();
        _ = writer.SubmitAsync(0, AppFixture.Ct);
        await writer.Entered.WaitAsync(AppFixture.Ct);

        var refusal = Record.Exception(() =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                _ = writer.SubmitAsync(i, AppFixture.Ct);
            }
        });

        Assert.Equal(("kernel.busy", 503), refusal is Refusal busy ? (busy.Code, busy.Status) : default);
        writer.Gate.Release(1_000);
    }

    /// <summary>Doubles numbers, each batch only when it is let through.</summary>
    private sealed class Doubler : GroupCommit<int, int>
    {
        public const int Bad = 3;

        private Doubler()
            : base(new ServiceCollection().BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), NullLogger.Instance)
        {
        }

        public SemaphoreSlim Gate { get; } = new(0);

        public SemaphoreSlim Entered { get; } = new(0);

        public List<int> Batches { get; } = [];

        public static async Task<Doubler> StartAsync()
        {
            var writer = new Doubler();
            await writer.StartAsync(AppFixture.Ct);
            return writer;
        }

        protected override async Task<IReadOnlyList<int>> DecideAsync(IServiceProvider scope, IReadOnlyList<int> batch, CancellationToken ct)
        {
            Batches.Add(batch.Count);
            Entered.Release();
            await Gate.WaitAsync(ct);
            return batch.Contains(Bad) ? throw new InvalidOperationException("Three is bad.") : [.. batch.Select(number => number * 2)];
        }
    }
}
