using Sward.Ui;

namespace Sward.Discovery.Serving;

/// <summary>Turns an answer into the cards of a page.</summary>
internal static class FeedTiles
{
    /// <summary>The cards in their places.</summary>
    public static IEnumerable<NoteTile> Tiles(this FeedAnswer answer) =>
        answer.Items.Select((card, slot) => new NoteTile(card.Note, card.Author, card.Cover, card.Mine.Liked, card.Reason.Text, slot) { Shown = card.Shown });

    /// <summary>The answer as a waterfall; <paramref name="moreUrl"/> makes the page's address with the next cursor in it.</summary>
    /// <param name="sayWhy">Whether the cards themselves say why they are shown.</param>
    public static Waterfall ToWaterfall(this FeedAnswer answer, Func<string, string> moreUrl, EmptyState empty, bool sayWhy = false) =>
        new([.. answer.Tiles().Select(tile => tile with { SaysWhy = sayWhy })], answer.Next is null ? null : moreUrl(answer.Next), answer.RequestId, empty);
}
