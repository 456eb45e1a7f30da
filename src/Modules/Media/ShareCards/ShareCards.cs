using Sward.Contracts.Media;

namespace Sward.Media;

/// <summary>Has share cards drawn from stored covers. They are no media: who keeps one keeps a file, and the next one is drawn anew.</summary>
internal sealed class ShareCards(MediaDb db, IBlobs blobs, MediaWorkers workers, DrawnCache cache, IQrCodes codes) : IShareCards
{
    public (int Width, int Height) SizeOf(MediaCard cover) =>
        (ShareCardLayout.Width, ShareCardLayout.CoverHeight(cover.Width, cover.Height) + ShareCardLayout.FootHeight);

    public async Task<byte[]?> DrawAsync(long coverMediaId, ShareCard card, CancellationToken ct) =>
        await db.Media.AsNoTracking().SingleOrDefaultAsync(m => m.Id == coverMediaId, ct) is { } cover
            ? cache.Find((cover.Token, card)) ?? cache.Keep((cover.Token, card), await DrawAsync(cover, card, ct))
            : null;

    private async Task<byte[]> DrawAsync(Medium cover, ShareCard card, CancellationToken ct)
    {
        var key = MediumFiles.KeyOf(cover.Id, PictureFormat.Webp.FileName(cover.Widths[^1]));
        await using var file = await blobs.OpenReadAsync(key, ct) ?? throw new InvalidOperationException($"{key} is gone.");
        var code = codes.Of(card.Address);
        var job = new ShareCardJob(
            CoverText.Clean(card.Title), CoverText.Clean(card.Byline), CoverText.Clean(card.Hint),
            ShareCardLayout.CoverHeight(cover.Width, cover.Height), code.Path, code.Modules);
        var answer = await workers.Drawing.RunAsync(job, file, ct);
        return answer.Drawing ?? throw new Refusal(answer.Code!, WorkerProblems.StatusOf(answer.Code!));
    }
}
