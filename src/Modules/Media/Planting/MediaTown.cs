using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Options;
using Sward.Contracts.Town;

namespace Sward.Media;

/// <summary>Draws the demo town's still lifes and covers, on every core, in workers of its own.</summary>
internal sealed class MediaTown(MediaDb db, MediumFiles files, IOptions<MediaOptions> options) : ITownPart
{
    /// <summary>The town's use of media that no note shows: they stay as long as the town.</summary>
    private const string Use = "town.town:1";

    private const int Batch = 40;

    public int Order => 20;

    public async Task PlantAsync(DemoTown town, IProgress<string> progress, CancellationToken ct)
    {
        var drawings = town.Pictures.Select(p => new TownDrawing(p.Id, p.OwnerId, p.Alt, p.At, new StillLifeJob(p.Svg)))
            .Concat(town.TextCovers.Select(c => new TownDrawing(c.Id, c.OwnerId, c.Text, c.At, new CoverJob(CoverText.Clean(c.Text), c.Design))))
            .ToList();

        var inNotes = town.Notes
            .SelectMany(note => note.MediaIds, (note, mediumId) => new MediumClaim(string.Create(CultureInfo.InvariantCulture, $"notes.note:{note.Id}"), mediumId, IsPublic: true, note.Id))
            .ToLookup(claim => claim.MediumId);
        await using var workers = new WorkerPool(WorkerMode.Drawing, Environment.ProcessorCount, options.Value);
        var done = 0;
        foreach (var batch in drawings.Chunk(Batch))
        {
            db.Media.AddRange(await DrawAsync(workers, batch, ct));
            db.Claims.AddRange(batch.SelectMany(drawing => inNotes[drawing.Id].DefaultIfEmpty(new MediumClaim(Use, drawing.Id, IsPublic: true, NoteId: null))));
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            done += batch.Length;
            progress.Report(string.Create(CultureInfo.InvariantCulture, $"{done} of {drawings.Count} pictures"));
        }
    }

    private async Task<IEnumerable<Medium>> DrawAsync(WorkerPool workers, TownDrawing[] batch, CancellationToken ct)
    {
        var media = new ConcurrentBag<Medium>();
        await Parallel.ForEachAsync(
            batch,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = ct },
            async (drawing, cancelled) => media.Add(await DrawAsync(workers, drawing, cancelled)));
        return media;
    }

    private async Task<Medium> DrawAsync(WorkerPool workers, TownDrawing drawing, CancellationToken ct)
    {
        var answer = await workers.RunAsync(drawing.Job, ct);
        var picture = answer.Picture ?? throw new InvalidOperationException($"Picture {drawing.Id} of the town could not be drawn: {answer.Code}.");
        var medium = Medium.Of(picture, drawing.Id, drawing.OwnerId, CoverText.ToAlt(drawing.Alt), drawing.At);
        medium.UnclaimedSince = null;
        await files.WriteAsync(medium.Id, picture, ct);
        return medium;
    }

    private sealed record TownDrawing(long Id, long OwnerId, string Alt, DateTimeOffset At, WorkerJob Job);
}
