using System.Security.Cryptography;

namespace Sward.Media;

/// <summary>The parts of resumable uploads: taken in, put together, thrown away.</summary>
internal sealed class UploadParts(MediaDb db, IBlobs blobs)
{
    private const int PartLength = 4 << 20;

    /// <summary>Stores what the body brings and moves the session's offset. A line that breaks loses nothing of what had arrived.</summary>
    /// <returns>False when another request wrote at this offset first.</returns>
    public async Task<bool> AppendAsync(UploadSession session, Stream body, CancellationToken ct)
    {
        var buffer = GC.AllocateUninitializedArray<byte>(PartLength);
        for (var (length, more) = (0, true); more;)
        {
            (length, more) = await FillAsync(body, buffer, ct);
            if (session.Offset + length > session.Size)
            {
                throw new Refusal("media.upload-too-long", StatusCodes.Status422UnprocessableEntity);
            }

            if (length > 0 && !await TryAppendAsync(session, buffer.AsMemory(0, length)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The whole file, for a worker.</summary>
    public async Task<FileStream> JoinAsync(UploadSession session, CancellationToken ct)
    {
        var file = Spool.Create();
        foreach (var key in await db.UploadParts.AsNoTracking().Where(p => p.UploadId == session.Id).OrderBy(p => p.Offset).Select(p => p.BlobKey).ToListAsync(ct))
        {
            await using var part = await blobs.OpenReadAsync(key, ct) ?? throw new InvalidOperationException($"{key} is gone.");
            await part.CopyToAsync(file, ct);
        }

        file.Position = 0;
        return file;
    }

    /// <summary>Blobs first: what fails in between is found again by its rows.</summary>
    public async Task DeleteSessionAsync(long uploadId, CancellationToken ct)
    {
        await foreach (var key in blobs.ListAsync(FolderOf(uploadId), ct))
        {
            await blobs.DeleteAsync(key, ct);
        }

        await db.UploadParts.Where(p => p.UploadId == uploadId).ExecuteDeleteAsync(ct);
        await db.UploadSessions.Where(u => u.Id == uploadId).ExecuteDeleteAsync(ct);
    }

    private static string FolderOf(long uploadId) => $"media-uploads/{uploadId}/";

    private static async Task<(int Length, bool More)> FillAsync(Stream body, byte[] buffer, CancellationToken ct)
    {
        var length = 0;
        try
        {
            while (length < buffer.Length)
            {
                var read = await body.ReadAsync(buffer.AsMemory(length), ct);
                if (read == 0)
                {
                    return (length, false);
                }

                length += read;
            }

            return (length, true);
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException)
        {
            return (length, false);
        }
    }

    /// <summary>Not cancelled with the request: the sender's line may be gone already, the bytes are here.</summary>
    private async Task<bool> TryAppendAsync(UploadSession session, ReadOnlyMemory<byte> bytes)
    {
        var (id, offset, end) = (session.Id, session.Offset, session.Offset + bytes.Length);
        // The random tail keeps a racing request at the same offset from overwriting the winner's bytes.
        var key = $"{FolderOf(id)}{offset}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        await blobs.WriteAsync(key, bytes, CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        var isFirst = await db.InsertOnceAsync(new UploadPart { UploadId = id, Offset = offset, BlobKey = key }, CancellationToken.None)
            && await db.UploadSessions.Where(u => u.Id == id && u.Offset == offset)
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.Offset, end), CancellationToken.None) == 1;
        if (!isFirst)
        {
            await transaction.RollbackAsync(CancellationToken.None);
            await blobs.DeleteAsync(key, CancellationToken.None);
            return false;
        }

        await transaction.CommitAsync(CancellationToken.None);
        session.Offset = end;
        return true;
    }
}
