using Sward.Contracts.Media;

namespace Sward.Mall.Stores;

/// <summary>Stores, goods and reviews show only pictures that belong to who puts them there.</summary>
internal static class OwnPictures
{
    public static async Task<long?> CheckAsync(IMediaCards media, long accountId, long? pictureId, CancellationToken ct)
    {
        if (pictureId is { } id)
        {
            await CheckAsync(media, accountId, [id], ct);
        }

        return pictureId;
    }

    public static async Task CheckAsync(IMediaCards media, long accountId, IReadOnlyList<long> pictureIds, CancellationToken ct)
    {
        var known = pictureIds.Count == 0 ? null : await media.GetAsync(pictureIds, ct);
        if (pictureIds.Any(id => known!.GetValueOrDefault(id) is not { State: "ready" } card || card.OwnerId != accountId))
        {
            throw new Refusal("mall.picture-not-yours", StatusCodes.Status422UnprocessableEntity);
        }
    }
}
