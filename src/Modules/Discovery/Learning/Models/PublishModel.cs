namespace Sward.Discovery.Learning.Models;

/// <summary>Puts what was just trained to use: on this node at once, on the others when they look.</summary>
internal sealed class PublishModel(DiscoveryDb db, IBlobs blobs, Ids ids, Models models, TimeProvider clock)
{
    /// <summary>Models of a kind that stay to be rolled back to.</summary>
    private const int Kept = 5;

    /// <summary>Heads are published every minute and are small: of each of so many days the last ones stay as well.</summary>
    private const int DaysOfHeads = 7;

    /// <summary>Writes the file, then the row that names it, and forgets the oldest of the kind.</summary>
    /// <param name="trainedAt">What people did from then on it does not know.</param>
    /// <param name="notes">What it is about: notes, or goods.</param>
    public async Task RunAsync(string kind, byte[] file, DateTimeOffset trainedAt, int actions, int notes, double recall, CancellationToken ct)
    {
        var row = new TrainedModel
        {
            Id = ids.Next(),
            Kind = kind,
            TrainedAt = trainedAt,
            UsedSince = clock.GetUtcNow(),
            Actions = actions,
            Notes = notes,
            Recall = recall,
            Checksum = ModelFile.ChecksumOf(file),
        };
        // The file first: a row never names a file that is not there.
        await blobs.WriteAsync(row.BlobKey, file, ct);
        db.Models.Add(row);
        await db.SaveChangesAsync(ct);
        await ForgetOldAsync(kind, ct);
        await models.RunAsync(ct);
    }

    /// <summary>Those that were put to use longest ago.</summary>
    private async Task ForgetOldAsync(string kind, CancellationToken ct)
    {
        var older = (await db.Models.Where(m => m.Kind == kind).OrderByDescending(m => m.UsedSince).ToListAsync(ct)).Skip(Kept);
        var daily = kind is TrainedModel.Heads ? older.DistinctBy(m => m.UsedSince.UtcDateTime.Date).Take(DaysOfHeads) : [];
        foreach (var old in older.Except(daily))
        {
            db.Models.Remove(old);
            await db.SaveChangesAsync(ct);
            await blobs.DeleteAsync(old.BlobKey, ct);
        }
    }
}
