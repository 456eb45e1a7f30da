namespace Sward.Contracts.Media;

/// <summary>Takes in pictures that came with the form of another module's page; clients with script upload to <c>/api/v1/media</c>.</summary>
public interface IPictureUploads
{
    /// <summary>Stores an upload as a ready picture of the owner and returns its id. Refuses what is no picture, and what is too large.</summary>
    Task<long> TakeAsync(long ownerId, Stream upload, CancellationToken ct);
}
