using Sward.Discovery.Goods.Acting;
using Sward.Discovery.Learning.Matrices;
using Sward.Discovery.Learning.Methods;
using Sward.Discovery.Learning.Models;

namespace Sward.Discovery.Goods.Learning;

/// <summary>Builds the graphs of goods anew when enough was bought and looked at since, with the item graph of notes and its exponents. One node does it; all of them load it.</summary>
internal sealed class TrainGoods(DiscoveryDb db, PublishModel publish, TimeProvider clock) : IClockJob
{
    /// <summary>Fewer than this say nothing about what goes together.</summary>
    private const int FewestActions = 20;

    private static readonly TimeSpan Memory = TimeSpan.FromDays(365);
    private static readonly ItemGraphSettings Settings = new() { Neighbours = 100 };

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var last = await db.Models.AsNoTracking().Where(m => m.Kind == TrainedModel.Goods).OrderByDescending(m => m.Id).FirstOrDefaultAsync(ct);
        if (last is not null && !last.IsOutdated(now, await db.ProductActions.CountAsync(a => a.At > last.TrainedAt, ct)))
        {
            return;
        }

        var (model, actions) = await BuildAsync(now - Memory, ct);
        if (actions < FewestActions)
        {
            return;
        }

        await publish.RunAsync(TrainedModel.Goods, model.Write(), now, actions, model.ProductIds.Length, recall: 0, ct);
    }

    private async Task<(GoodsModel Model, int Actions)> BuildAsync(DateTimeOffset since, CancellationToken ct)
    {
        var numbers = new Dictionary<long, int>();
        var (bought, seen) = (new RowsOfPeople(numbers), new RowsOfPeople(numbers));
        await foreach (var action in db.ProductActions.AsNoTracking().Where(a => a.At >= since).OrderBy(a => a.AccountId).ThenBy(a => a.At).AsAsyncEnumerable().WithCancellation(ct))
        {
            bought.Add(action.AccountId, action.ProductId, action.BoughtAt is null ? 0 : 1);
            seen.Add(action.AccountId, action.ProductId, action.Weight);
        }

        // Half of the cores stay for those who are served meanwhile.
        var cores = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, Environment.ProcessorCount / 2), CancellationToken = ct };
        var (boughtRows, seenRows) = (bought.ToMatrix(), seen.ToMatrix());
        var graphs = await Task.Run(() => (ItemGraph.Build(boughtRows, Settings, cores), ItemGraph.Build(seenRows, Settings, cores)), ct);
        return (new([.. numbers.OrderBy(pair => pair.Value).Select(pair => pair.Key)], graphs.Item1, graphs.Item2), seenRows.Count);
    }
}
