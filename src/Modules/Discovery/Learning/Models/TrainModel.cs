using System.Diagnostics.Metrics;
using Sward.Discovery.Learning.Acting;
using Sward.Discovery.Learning.Matrices;

namespace Sward.Discovery.Learning.Models;

/// <summary>Trains a model every night, or earlier when enough is new, writes its file and puts it to use. One node does it; all of them load it.</summary>
internal sealed class TrainModel(DiscoveryDb db, PublishModel publish, TimeProvider clock) : IClockJob
{
    /// <summary>Fewer than this say nothing about anybody's taste.</summary>
    private const int FewestActions = 20;

    private static readonly TimeSpan Memory = TimeSpan.FromDays(180);
    private static readonly Histogram<double> Duration = Metrics.Meter.CreateHistogram<double>("discovery.training", "s", "Time that training a model took, with its trial.");

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var last = await db.Models.AsNoTracking().Where(m => m.Kind == TrainedModel.Taste).OrderByDescending(m => m.Id).FirstOrDefaultAsync(ct);
        if (!await IsDueAsync(last, now, ct))
        {
            return;
        }

        var (noteIds, actions) = await ReadAsync(now - Memory, ct);
        if (actions.Count < FewestActions)
        {
            return;
        }

        // Half of the cores stay for those who are served meanwhile.
        var cores = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, Environment.ProcessorCount / 2), CancellationToken = ct };
        var started = clock.GetTimestamp();
        var (model, recall) = await Task.Run(() => new Training(Training.ServedGraph, Training.ServedAls, Training.ServedLowPass, cores).Run(noteIds, actions), ct);
        Duration.Record(clock.GetElapsedTime(started).TotalSeconds);
        await publish.RunAsync(TrainedModel.Taste, ModelFile.Write(model), now, actions.Count, noteIds.Length, recall, ct);
    }

    private async Task<bool> IsDueAsync(TrainedModel? last, DateTimeOffset now, CancellationToken ct) =>
        last is null || last.IsOutdated(now, await db.Actions.CountAsync(a => a.At > last.TrainedAt, ct));

    /// <summary>People by notes in order of time, as numbers from 0.</summary>
    private async Task<(long[] NoteIds, SparseMatrix Actions)> ReadAsync(DateTimeOffset since, CancellationToken ct)
    {
        var numbers = new Dictionary<long, int>();
        var rows = new RowsOfPeople(numbers);
        await foreach (var action in db.Actions.AsNoTracking().Where(a => a.At >= since).OrderBy(a => a.AccountId).ThenBy(a => a.At).AsAsyncEnumerable().WithCancellation(ct))
        {
            rows.Add(action.AccountId, action.NoteId, action.Weight);
        }

        return ([.. numbers.OrderBy(pair => pair.Value).Select(pair => pair.Key)], rows.ToMatrix());
    }
}
