using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Sward.Discovery.Pipeline;

/// <summary>Runs stages within their budget. One that fails, is late or is switched off is counted and left out.</summary>
internal sealed partial class StageRunner(IOptionsMonitor<DiscoveryOptions> options, TimeProvider clock, ILogger<StageRunner> log)
{
    /// <summary>Asks every source of a surface, or its fallback when none answered.</summary>
    public async ValueTask<Round> HarvestAsync(Surface surface, FeedContext context, Mark after, int count, CancellationToken ct)
    {
        var round = new Round();
        foreach (var source in surface.Sources.Where(source => context.Personalisation.IsOn || !source.IsPersonal))
        {
            await AddAsync(source);
        }

        if (!round.IsAnswered && surface.Fallback is { } fallback)
        {
            await AddAsync(fallback);
        }

        return round;

        ValueTask AddAsync(ISource source) => RunAsync(
            surface.Name, source, source.Budget, async stop =>
            {
                var harvest = await source.ReadAsync(context, after, count, stop);
                round.Add(source, harvest, note => surface.Score.Of(context, note));
                return harvest.Count;
            }, ct);
    }

    /// <summary>Lets a side effect happen; what goes wrong in it stays in it.</summary>
    public void Happen(ISideEffect effect, Surface surface, FeedContext context, FeedPage page)
    {
        if (IsOff(effect, surface.Name))
        {
            return;
        }

        try
        {
            effect.Happen(surface, context, page);
        }
        catch (Exception e)
        {
            Failed(surface.Name, effect, "error", e);
        }
    }

    /// <summary>Lets a stage find what it can within its budget.</summary>
    /// <param name="findAsync">Keeps what it found, and says how much that is.</param>
    public async ValueTask RunAsync(string surface, IStage stage, TimeSpan budget, Func<CancellationToken, ValueTask<int>> findAsync, CancellationToken ct)
    {
        if (IsOff(stage, surface))
        {
            return;
        }

        var started = clock.GetTimestamp();
        using var late = new CancellationTokenSource(budget, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        try
        {
            StageCounters.Found(surface, stage.Name, await findAsync(stop.Token), clock.GetElapsedTime(started));
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            Failed(surface, stage, late.IsCancellationRequested ? "late" : "error", e);
        }
    }

    private bool IsOff(IStage stage, string surface)
    {
        var off = options.CurrentValue.StagesOff.Contains(stage.Name, StringComparer.Ordinal);
        if (off)
        {
            StageCounters.LeftOut(surface, stage.Name, "off");
        }

        return off;
    }

    private void Failed(string surface, IStage stage, string cause, Exception e)
    {
        StageCounters.LeftOut(surface, stage.Name, cause);
        LogFailed(surface, stage.Name, cause, e);
    }

    [LoggerMessage(LogLevel.Warning, "{Surface} went on without {Stage}: {Cause}")]
    private partial void LogFailed(string surface, string stage, string cause, Exception e);
}
