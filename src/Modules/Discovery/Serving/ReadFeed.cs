using Sward.Contracts.Accounts;
using Sward.Discovery.Pipeline;

namespace Sward.Discovery.Serving;

/// <summary>Answers a surface for whoever asks: the one way into the pipeline for endpoints and pages.</summary>
internal sealed class ReadFeed(Feed feed, FeedCards cards, ICurrentAccount account)
{
    /// <summary>Null when the cursor is none of ours.</summary>
    public async Task<FeedAnswer?> RunAsync(Surface surface, PageQuery page, Func<FeedAsk, FeedAsk>? about, CancellationToken ct)
    {
        if (!FeedCursor.TryDecode(page.Cursor, out var cursor))
        {
            return null;
        }

        var ask = new FeedAsk(account.IdOrNull, page.Size, cursor);
        var (context, served) = await feed.ReadAsync(surface, about is null ? ask : about(ask), ct);
        return await cards.DrawAsync(surface, context, served, ct);
    }
}
