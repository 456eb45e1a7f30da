using System.Globalization;
using Sward.Contracts.Notes;

namespace Sward.Mall.Reviews;

/// <summary>Shares reviews as notes.</summary>
internal sealed class ReviewNotes(INotePublisher notes)
{
    private const int MaxTitleWidth = 40;

    /// <summary>Publishes the review as a note and returns its id; the same order line always gives the same note.</summary>
    public Task<long> ShareAsync(Review review, string productName, CancellationToken ct) => notes.PublishAsync(
        new NewNote(review.AuthorId, Title(productName), review.Body, review.MediaIds, Topics: [], [review.ProductId], review.ProductId),
        $"mall.review:{review.OrderLineId}", ct);

    /// <summary>The goods' name, cut to what a title holds: 40 columns, in which a Han character takes two.</summary>
    private static string Title(string productName)
    {
        var (title, width) = ("", 0);
        var letters = StringInfo.GetTextElementEnumerator(productName);
        while (letters.MoveNext())
        {
            var letter = letters.GetTextElement();
            width += letter[0] < 0x1100 ? 1 : 2;
            if (width > MaxTitleWidth)
            {
                break;
            }

            title += letter;
        }

        return title;
    }
}
