using Sward.Contracts.Accounts;
using Sward.Contracts.Media;

namespace Sward.Mall.Reviews;

/// <summary>What buyers say about a product, newest first. People whom the reader blocked, or who blocked the reader, are left out.</summary>
internal sealed class ListReviews(MallDb db, IAccountCards people, IMediaCards media, ICircles circles, ICurrentAccount reader)
{
    public sealed record Item(
        long Id, AccountCard Author, int Stars, string Body, IReadOnlyDictionary<string, string> Options, IReadOnlyList<MediaCard> Pictures, long? NoteId, string? Answer, DateTimeOffset CreatedAt);

    public static void Map(IEndpointRouteBuilder products) => products
        .MapGet("/{productId:long}/reviews", async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> (long productId, [AsParameters] PageQuery page, ListReviews list, CancellationToken ct) =>
            await list.PageAsync(productId, page.Cursor, page.Size, ct) is { } found ? TypedResults.Ok(found) : Problems.BadRequest("kernel.bad-cursor"))
        .WithName("ListReviews")
        .AllowAnonymous();

    /// <summary>One page, or null when the cursor is none of ours.</summary>
    public async Task<Page<Item>?> PageAsync(long productId, string? cursor, int size, CancellationToken ct)
    {
        if (!Cursor.TryDecode(cursor, out var before, out _))
        {
            return null;
        }

        var rows = await db.Reviews.AsNoTracking().Where(r => r.ProductId == productId && r.Id < before).OrderByDescending(r => r.Id).Take(size + 1).ToListAsync(ct);
        var page = Page<Review>.Of(rows, size, row => Cursor.Encode(row.Id));
        var authors = await people.GetAsync([.. page.Items.Select(r => r.AuthorId).Distinct()], ct);
        var pictures = await media.GetAsync([.. page.Items.SelectMany(r => r.MediaIds)], ct);
        var blocked = (await circles.OfAsync(reader.IdOrNull, ct)).Blocked;
        return new(
            [.. page.Items.Where(r => authors.ContainsKey(r.AuthorId) && !blocked.Contains(r.AuthorId)).Select(r => new Item(
                r.Id, authors[r.AuthorId], r.Stars, r.Body, r.Options, [.. r.MediaIds.Select(id => pictures.GetValueOrDefault(id)).OfType<MediaCard>()], r.NoteId, r.Answer, r.At))],
            page.Next);
    }
}
