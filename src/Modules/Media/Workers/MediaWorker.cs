using System.Text.Json;

namespace Sward.Media;

/// <summary>The worker's side: reads jobs from standard input, answers on standard output, until its parent closes the pipe.</summary>
internal static class MediaWorker
{
    public const string Argument = "--media-worker";

    /// <summary>Above any upload the options can allow; a parent that asks for more is not our parent.</summary>
    private const int MaxFrame = 1 << 30;

    public static async Task RunAsync(WorkerMode mode, WorkerLimits limits)
    {
        ResourceLimits.ForbidCoreDumps();
        ResourceLimits.LimitMemory(limits.MemoryMegabytes * 1024L * 1024);
        VipsRuntime.Start(mode);

        await using var jobs = Console.OpenStandardInput();
        await using var answers = Console.OpenStandardOutput();
        while (await ReadJobAsync(jobs) is var (job, upload))
        {
            ResourceLimits.AllowCpu(limits.CpuSecondsPerJob);
            var answer = Answer(job, upload);
            await Frames.WriteAsync(answers, JsonSerializer.SerializeToUtf8Bytes(answer, WorkerJson.Default.WorkerAnswer), CancellationToken.None);
        }
    }

    private static async Task<(WorkerJob Job, byte[] Upload)?> ReadJobAsync(Stream jobs)
    {
        try
        {
            var job = await Frames.ReadAsync(jobs, MaxFrame, CancellationToken.None);
            var upload = await Frames.ReadAsync(jobs, MaxFrame, CancellationToken.None);
            return (JsonSerializer.Deserialize(job, WorkerJson.Default.WorkerJob)!, upload);
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    private static WorkerAnswer Answer(WorkerJob job, byte[] upload)
    {
        try
        {
            return job switch
            {
                PictureJob picture => new WorkerAnswer(MakePicture(upload, picture.MaxPixels)),
                StillLifeJob stillLife => new WorkerAnswer(DrawStillLife(stillLife.Svg)),
                CoverJob cover => new WorkerAnswer(DrawCover(cover)),
                ShareCardJob card => new WorkerAnswer(Drawing: ShareCardPainter.Paint(card, upload)),
                CoverPreviewJob preview => new WorkerAnswer(Drawing: DrawCoverPreview(preview)),
                _ => throw new InvalidOperationException($"{job} has no worker."),
            };
        }
        catch (UnusablePicture refusal)
        {
            return WorkerAnswer.Refused(refusal.Code);
        }
        catch (VipsException failure)
        {
            // Standard error is the parent's log; standard output belongs to the frames.
            Console.Error.WriteLine($"media worker: {failure.Message}");
            return WorkerAnswer.Refused("media.unreadable");
        }
    }

    private static Picture MakePicture(byte[] upload, long maxPixels)
    {
        using var bytes = new PinnedBytes(upload);
        using var pixels = UploadDecoder.Decode(bytes, maxPixels);
        return PictureEncoder.Encode(pixels);
    }

    private static Picture DrawStillLife(string svg)
    {
        using var pixels = Drawing.Render(svg, PictureEncoder.Widths[^1]);
        return PictureEncoder.Encode(pixels);
    }

    private static Picture DrawCover(CoverJob cover)
    {
        using var pixels = CoverPainter.Paint(CoverDesigns.Get(cover.Design), cover.Text, CoverPainter.Width);
        return PictureEncoder.Encode(pixels);
    }

    private static byte[] DrawCoverPreview(CoverPreviewJob preview)
    {
        using var pixels = CoverPainter.Paint(CoverDesigns.Get(preview.Design), preview.Text, preview.Width);
        return PictureEncoder.EncodeWebp(pixels, quality: 75);
    }
}
