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

        async ValueTask AddAsync(ISource source)
        {
            if (await TryReadAsync(surface, context, source, after, count, ct) is { } harvest)
            {
                round.Add(source, harvest, note => surface.Score.Of(context, note));
            }
        }
    }

    /// <summary>Lets a side effect happen; what goes wrong in it stays in it.</summary>
    public void Happen(ISideEffect effect, Surface surface, FeedContext context, FeedPage page)
    {
        if (IsOff(effect, surface))
        {
            return;
        }

        try
        {
            effect.Happen(surface, context, page);
        }
        catch (Exception e)
        {
            Failed(surface, effect, "error", e);
        }
    }

    private async ValueTask<Harvest?> TryReadAsync(Surface surface, FeedContext context, ISource source, Mark after, int count, CancellationToken ct)
    {
        if (IsOff(source, surface))
        {
            return null;
        }

        var started = clock.GetTimestamp();
        using var late = new CancellationTokenSource(source.Budget, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        try
        {
            var harvest = await source.ReadAsync(context, after, count, stop.Token);
            StageCounters.Found(surface, source.Name, harvest.Count, clock.GetElapsedTime(started));
            return harvest;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            Failed(surface, source, late.IsCancellationRequested ? "late" : "error", e);
            return null;
        }
    }

    private bool IsOff(IStage stage, Surface surface)
    {
        var off = options.CurrentValue.StagesOff.Contains(stage.Name, StringComparer.Ordinal);
        if (off)
        {
            StageCounters.LeftOut(surface, stage.Name, "off");
        }

        return off;
    }

    private void Failed(Surface surface, IStage stage, string cause, Exception e)
    {
        StageCounters.LeftOut(surface, stage.Name, cause);
        LogFailed(surface.Name, stage.Name, cause, e);
    }

    [LoggerMessage(LogLevel.Warning, "{Surface} went on without {Stage}: {Cause}")]
    private partial void LogFailed(string surface, string stage, string cause, Exception e);
}
