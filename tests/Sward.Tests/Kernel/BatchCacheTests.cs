using Sward.Kernel;

namespace Sward.Tests.Kernel;

public sealed class BatchCacheTests
{
    private readonly ManualTime clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task What_is_missing_is_loaded_in_one_batch_and_once()
    {
        var cache = new BatchCache<string>(capacity: 10, clock);
        var loads = new List<long[]>();

        await GetAsync(cache, loads, 1, 2);
        var found = await GetAsync(cache, loads, 1, 2, 3, 3);

        Assert.Equal([[1, 2], [3]], loads);
        Assert.Equal(["1", "2", "3"], found.OrderBy(pair => pair.Key).Select(pair => pair.Value));
    }

    [Fact]
    public async Task What_changes_while_it_is_loaded_is_not_remembered()
    {
        var cache = new BatchCache<string>(capacity: 10, clock);

        Assert.Equal("old", await cache.GetAsync(7, id =>
        {
            cache.Evict(id);
            return Task.FromResult("old");
        }));

        Assert.Equal("new", await cache.GetAsync(7, _ => Task.FromResult("new")));
    }

    [Fact]
    public async Task A_load_that_fails_is_tried_again()
    {
        var cache = new BatchCache<string>(capacity: 10, clock);
        await Assert.ThrowsAsync<TimeoutException>(async () => await cache.GetAsync(7, _ => throw new TimeoutException()));

        Assert.Equal("there", await cache.GetAsync(7, _ => Task.FromResult("there")));
    }

    [Fact]
    public async Task It_never_holds_more_than_it_may()
    {
        var cache = new BatchCache<string>(capacity: 4, clock);
        var loads = new List<long[]>();
        await GetAsync(cache, loads, [.. Enumerable.Range(1, 50).Select(n => (long)n)]);
        loads.Clear();

        await GetAsync(cache, loads, [.. Enumerable.Range(1, 50).Select(n => (long)n)]);

        Assert.InRange(Assert.Single(loads).Length, 46, 50);
    }

    [Fact]
    public async Task What_has_a_lifetime_is_loaded_again_after_it()
    {
        var cache = new BatchCache<string>(capacity: 10, clock, TimeSpan.FromSeconds(10));
        await cache.GetAsync(7, _ => Task.FromResult("old"));

        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal("old", await cache.GetAsync(7, _ => Task.FromResult("new")));

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("new", await cache.GetAsync(7, _ => Task.FromResult("new")));
    }

    private static ValueTask<IReadOnlyDictionary<long, string>> GetAsync(BatchCache<string> cache, List<long[]> loads, params long[] ids) => cache.GetAsync(ids, missing =>
    {
        loads.Add([.. missing]);
        return Task.FromResult<IReadOnlyDictionary<long, string>>(missing.ToDictionary(id => id, id => $"{id}"));
    });
}
