using Sward.Ui;

namespace Sward.Discovery.Serving;

/// <summary>Turns an answer into the waterfall of a page.</summary>
internal static class FeedTiles
{
    /// <summary>The answer as tiles; <paramref name="moreUrl"/> makes the page's address with the next cursor in it.</summary>
    public static Waterfall ToWaterfall(this FeedAnswer answer, Func<string, string> moreUrl, EmptyState empty) => new(
        [.. answer.Items.Select((card, slot) => new NoteTile(card.Note, card.Author, card.Cover, card.Mine.Liked, card.Reason.Text, slot) { Shown = card.Shown })],
        answer.Next is null ? null : moreUrl(answer.Next),
        answer.RequestId,
        empty);
}
