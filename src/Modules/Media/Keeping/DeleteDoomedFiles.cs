namespace Sward.Media;

/// <summary>Deletes the files whose time has come.</summary>
internal sealed class DeleteDoomedFiles(MediaDb db, MediumFiles files, TimeProvider clock) : IClockJob
{
    public const string Name = "media.delete-doomed-files";

    private const int Batch = 500;

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await db.DoomedFolders.AsNoTracking().Where(f => f.DueAt <= now).OrderBy(f => f.DueAt).Take(Batch).Select(f => f.MediumId).ToListAsync(ct);
        foreach (var mediumId in due)
        {
            await files.DeleteAsync(mediumId, ct);
            await db.DoomedFolders.Where(f => f.MediumId == mediumId).ExecuteDeleteAsync(ct);
        }
    }
}
