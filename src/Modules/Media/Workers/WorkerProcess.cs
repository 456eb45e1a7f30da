using System.Diagnostics;
using System.Text.Json;

namespace Sward.Media;

/// <summary>The parent's side of one worker. After anything unexpected it is broken and must be replaced.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    /// <summary>Above any picture we store; a worker that was taken over cannot fill our memory.</summary>
    private const int MaxAnswer = 64 << 20;

    /// <summary>128 + SIGKILL: somebody ended the worker from outside, the upload is not to blame.</summary>
    private const int Killed = 137;

    /// <summary>Between the end of a worker's pipe and its own.</summary>
    private static readonly TimeSpan TimeToDie = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private bool isMidJob;

    private WorkerProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public int Jobs { get; private set; }

    /// <summary>It died, or was left in the middle of a job: its pipe no longer says where the next answer begins.</summary>
    public bool IsBroken => isMidJob || process.HasExited;

    public static WorkerProcess Start(WorkerMode mode, WorkerLimits limits) => new(
        Process.Start(WorkerCommand.For(mode, limits)) ?? throw new InvalidOperationException("The media worker did not start."));

    /// <summary>Runs one job. A worker that dies or does not end in time answers with a code as well.</summary>
    public async Task<WorkerAnswer> RunAsync(WorkerJob job, Stream upload, TimeSpan limit, CancellationToken ct)
    {
        Jobs++;
        // A process lives in real time, whatever clock the application was given.
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(ct);
        clock.CancelAfter(limit);
        isMidJob = true;
        try
        {
            var answer = await ExchangeAsync(job, upload, clock.Token);
            isMidJob = false;
            return answer;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return WorkerAnswer.Refused("media.too-much-work");
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            return WorkerAnswer.Refused(await CauseOfDeathAsync());
        }
    }

    /// <summary>A worker holds nothing that could be lost.</summary>
    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<WorkerAnswer> ExchangeAsync(WorkerJob job, Stream upload, CancellationToken ct)
    {
        var jobs = process.StandardInput.BaseStream;
        await Frames.WriteAsync(jobs, JsonSerializer.SerializeToUtf8Bytes(job, WorkerJson.Default.WorkerJob), ct);
        await Frames.WriteAsync(jobs, upload, ct);
        await jobs.FlushAsync(ct);
        var answer = await Frames.ReadAsync(process.StandardOutput.BaseStream, MaxAnswer, ct);
        return JsonSerializer.Deserialize(answer, WorkerJson.Default.WorkerAnswer)!;
    }

    /// <summary>Limits end a worker by signals: SIGXCPU, or SIGABRT when no memory is left. Both say that the upload asked for too much.</summary>
    private async Task<string> CauseOfDeathAsync()
    {
        using var patience = new CancellationTokenSource(TimeToDie);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // It closed its pipe, or answered nonsense, and lives on.
            return "media.worker-lost";
        }

        return process.ExitCode is Killed ? "media.worker-lost" : "media.too-much-work";
    }
}
