using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sward.Media;

namespace Sward.Tests.Media;

/// <summary>What happens when workers die, stall or eat too much.</summary>
public sealed class WorkerTests(OnSqlite app)
{
    /// <summary>Noise of endless octaves: minutes of work in a hundred bytes.</summary>
    private const string Endless = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000"><filter id="f"><feTurbulence baseFrequency="0.5" numOctaves="100000"/></filter>
        <rect width="1000" height="1000" filter="url(#f)"/></svg>
        """;

    private const string Dot = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9'/></svg>";

    private static CancellationToken Ct => AppFixture.Ct;

    [Fact]
    public async Task A_worker_killed_in_the_middle_gives_a_clear_problem_and_the_next_upload_works()
    {
        await using var own = await app.OwnHostAsync(settings => settings["Media:Workers"] = "1");
        var person = await own.SignUpAsync();
        await person.Client.UploadSmallAsync();
        using var worker = Process.GetProcessById(own.Services.GetRequiredService<MediaWorkers>().Uploads.Idle.Single());

        var upload = person.Client.UploadAsync(TestPictures.HugePng(7000));
        await WaitUntilAsync(() => !own.Services.GetRequiredService<MediaWorkers>().Uploads.Idle.Any());
        worker.Kill();
        var answer = await upload;

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "media.worker-lost"), (answer.Status, answer.Code));
        Assert.NotNull(answer.Response.Headers.RetryAfter);
        await person.Client.UploadSmallAsync();
        Assert.Equal(2, await own.MediaOfAsync(person.Id));
    }

    [Fact]
    public async Task A_worker_that_died_while_it_waited_is_replaced_unnoticed()
    {
        await using var pool = new WorkerPool(WorkerMode.Drawing, size: 1, new MediaOptions());
        Assert.NotNull((await pool.RunAsync(new StillLifeJob(Dot), Ct)).Picture);
        using (var worker = Process.GetProcessById(pool.Idle.Single()))
        {
            worker.Kill();
            await worker.WaitForExitAsync(Ct);
        }

        Assert.NotNull((await pool.RunAsync(new StillLifeJob(Dot), Ct)).Picture);
    }

    [Fact]
    public async Task A_worker_that_computes_too_long_is_ended_and_replaced()
    {
        await using var pool = new WorkerPool(WorkerMode.Drawing, size: 1, new MediaOptions { WorkerCpuSeconds = 1, WorkerWallClockSeconds = 600 });

        Assert.Equal("media.too-much-work", (await pool.RunAsync(new StillLifeJob(Endless), Ct)).Code);
        Assert.NotNull((await pool.RunAsync(new StillLifeJob(Dot), Ct)).Picture);
    }

    [Fact]
    public async Task A_worker_that_does_not_answer_in_time_is_ended()
    {
        await using var pool = new WorkerPool(WorkerMode.Drawing, size: 1, new MediaOptions { WorkerCpuSeconds = 600, WorkerWallClockSeconds = 2 });

        Assert.Equal("media.too-much-work", (await pool.RunAsync(new StillLifeJob(Endless), Ct)).Code);
        Assert.Empty(pool.Idle);
    }

    [Fact]
    public async Task A_worker_that_wants_too_much_memory_is_ended()
    {
        await using var pool = new WorkerPool(WorkerMode.Uploads, size: 1, new MediaOptions { WorkerMemoryMegabytes = 256 });
        using var upload = new MemoryStream(new byte[400 << 20]);

        var answer = await pool.RunAsync(new PictureJob(1000), upload, Ct);

        Assert.Equal("media.too-much-work", answer.Code);
    }

    [Fact]
    public async Task A_worker_is_replaced_when_it_has_done_its_share()
    {
        await using var pool = new WorkerPool(WorkerMode.Drawing, size: 1, new MediaOptions { JobsPerWorker = 2 });

        await pool.RunAsync(new StillLifeJob(Dot), Ct);
        Assert.Single(pool.Idle);
        await pool.RunAsync(new StillLifeJob(Dot), Ct);
        Assert.Empty(pool.Idle);
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once()
    {
        await using var pool = new WorkerPool(WorkerMode.Drawing, size: 1, new MediaOptions { QueueLength = 1 });

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => pool.RunAsync(new StillLifeJob(Dot), Ct)));

        Assert.Equal(2, answers.Count(a => a.Picture is not null));
        Assert.Equal(2, answers.Count(a => a.Code is "media.busy"));
    }

    [Fact]
    public async Task A_worker_for_uploads_never_draws_and_a_worker_that_draws_takes_no_uploads()
    {
        await using var uploads = new WorkerPool(WorkerMode.Uploads, size: 1, new MediaOptions());
        await using var drawing = new WorkerPool(WorkerMode.Drawing, size: 1, new MediaOptions());
        using var png = new MemoryStream(TestPictures.PlainPng(3, 3));

        Assert.Equal("media.unreadable", (await uploads.RunAsync(new StillLifeJob(Dot), Ct)).Code);
        Assert.Equal("media.unknown-kind", (await drawing.RunAsync(new PictureJob(1000), png, Ct)).Code);
    }

    private static async Task WaitUntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Ct);
        }
    }
}
