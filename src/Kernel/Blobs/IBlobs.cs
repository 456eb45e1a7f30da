namespace Sward.Kernel;

/// <summary>Where files live: a folder by default, an S3 bucket when configured. Keys are slash-separated, made by us, never by people.</summary>
public interface IBlobs
{
    /// <summary>Writes the whole blob or nothing.</summary>
    Task WriteAsync(string key, ReadOnlyMemory<byte> content, CancellationToken ct);

    /// <summary>Opens a blob for reading (seekable), or null when there is none.</summary>
    Task<Stream?> OpenReadAsync(string key, CancellationToken ct);

    /// <summary>Deletes a blob; deleting what is not there is no error.</summary>
    Task DeleteAsync(string key, CancellationToken ct);

    /// <summary>Keys that begin with the prefix (a folder such as <c>media/ab/</c>), in no order.</summary>
    IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken ct);
}
