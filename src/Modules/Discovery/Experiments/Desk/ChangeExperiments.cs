namespace Sward.Discovery.Experiments.Desk;

/// <summary>What operators do with experiments: plan one, switch it on and off, end it. Each is written down.</summary>
internal sealed class ChangeExperiments(DiscoveryDb db, RunningExperiments running, Ids ids, TimeProvider clock)
{
    public const string Control = "control";
    public const string Test = "test";

    /// <summary>A new experiment: a share of the people of a layer, half of them served as everybody is, half as <paramref name="Tuning"/> says.</summary>
    public sealed record Plan(string Name, string Layer, decimal SharePercent, Tuning Tuning);

    /// <summary>Takes the first part of the layer that is free and large enough. It begins switched off.</summary>
    public async Task<long> PlanAsync(long operatorId, Plan plan, CancellationToken ct)
    {
        Check(plan);
        var count = (int)Math.Round(plan.SharePercent * Experiment.Buckets / 100);
        var taken = await db.Experiments.Where(e => e.Layer == plan.Layer && e.EndedAt == null).OrderBy(e => e.FirstBucket).Select(e => new { e.FirstBucket, e.BucketCount }).ToListAsync(ct);
        var first = 0;
        foreach (var part in taken)
        {
            if (part.FirstBucket - first >= count)
            {
                break;
            }

            first = part.FirstBucket + part.BucketCount;
        }

        if (first + count > Experiment.Buckets)
        {
            throw new Refusal("discovery.experiment-layer-full");
        }

        var id = ids.Next();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Two who take the same part at once find the same beginning of it, and only one of them gets it.
        var isNew = await db.InsertOnceAsync(
            new Experiment
            {
                Id = id,
                Name = plan.Name,
                Layer = plan.Layer,
                Salt = Guid.NewGuid().ToString("N"),
                FirstBucket = first,
                BucketCount = count,
                CreatedAt = clock.GetUtcNow(),
                Arms = [new(Control, Tuning.None), new(Test, plan.Tuning)],
            },
            ct);
        if (!isNew)
        {
            throw new Refusal("discovery.experiment-taken");
        }

        await WriteDownAsync(operatorId, id, "planned", ct);
        await transaction.CommitAsync(ct);
        return id;
    }

    /// <summary>Switches on or off. People keep their arms.</summary>
    public async Task SwitchAsync(long operatorId, long id, bool on, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var changed = await db.Experiments.Where(e => e.Id == id && e.EndedAt == null && e.IsOn != on).ExecuteUpdateAsync(
            set => set.SetProperty(e => e.IsOn, on).SetProperty(e => e.StartedAt, e => on ? e.StartedAt ?? now : e.StartedAt), ct);
        await FinishAsync(changed, operatorId, id, on ? "on" : "off", transaction, ct);
    }

    /// <summary>Switches off for good and gives the people back to the layer.</summary>
    public async Task EndAsync(long operatorId, long id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var changed = await db.Experiments.Where(e => e.Id == id && e.EndedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(e => e.IsOn, false).SetProperty(e => e.EndedAt, now), ct);
        await FinishAsync(changed, operatorId, id, "ended", transaction, ct);
    }

    private async Task FinishAsync(int changed, long operatorId, long id, string what, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken ct)
    {
        if (changed == 1)
        {
            await WriteDownAsync(operatorId, id, what, ct);
            await transaction.CommitAsync(ct);
            await running.RunAsync(ct);
        }
    }

    private async Task WriteDownAsync(long operatorId, long id, string what, CancellationToken ct)
    {
        db.ExperimentChanges.Add(new ExperimentChange { Id = ids.Next(), ExperimentId = id, OperatorId = operatorId, What = what, At = clock.GetUtcNow() });
        await db.SaveChangesAsync(ct);
    }

    private static void Check(Plan plan)
    {
        var isSound = plan is { Name.Length: > 0 and <= 60, Layer.Length: > 0 and <= 40, SharePercent: >= .1m and <= 100 }
            && plan.Tuning is { PicksPerNote: null or (>= 0 and <= 10), AuthorsInTwenty: null or (>= 1 and <= 20), TopicsInTen: null or (>= 1 and <= 10), PoolShare: null or (>= 0 and <= .5) }
            && plan.Tuning != Tuning.None;
        if (!isSound)
        {
            throw new Refusal("discovery.experiment-invalid", StatusCodes.Status422UnprocessableEntity);
        }
    }
}
