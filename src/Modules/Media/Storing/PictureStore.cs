namespace Sward.Media;

/// <summary>Keeps a finished picture: files first, then its row in the caller's transaction. Either both stay or neither.</summary>
internal sealed class PictureStore(MediaDb db, MediumFiles files, Ids ids, TimeProvider clock)
{
    private static readonly TimeSpan TimeToCommit = TimeSpan.FromHours(1);

    /// <summary>Writes the files and lets <paramref name="commitAsync"/> save and commit; the medium is in the context already.</summary>
    public async Task<T> KeepAsync<T>(Picture picture, long ownerId, string? alt, Func<Medium, Task<T>> commitAsync, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var medium = Medium.Of(picture, ids.Next(), ownerId, alt, now);
        var doom = new DoomedFolder { MediumId = medium.Id, DueAt = now + TimeToCommit };
        await db.InsertOnceAsync(doom, ct);
        try
        {
            await files.WriteAsync(medium.Id, picture, ct);
            db.Media.Add(medium);
            // The commit lifts the doom with it; a crash before leaves the files to the job that deletes doomed ones.
            db.DoomedFolders.Remove(doom);
            return await commitAsync(medium);
        }
        catch
        {
            await files.DeleteAsync(medium.Id, CancellationToken.None);
            await db.DoomedFolders.Where(f => f.MediumId == medium.Id).ExecuteDeleteAsync(CancellationToken.None);
            throw;
        }
    }
}
