using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Contracts.Media;
using Sward.Mall.Orders;
using Sward.Mall.Stores;
using Sward.Mall.Vouchers;

namespace Sward.Mall.Reviews;

/// <summary>The buyer says how the goods are, once per order line, and may share it as a note that wears the "bought it" badge.</summary>
internal sealed class WriteReview(MallDb db, ICurrentAccount account, IMediaCards media, ReviewNotes notes, ReceiptWindows windows, Idempotency once, Ids ids, TimeProvider clock)
{
    /// <summary>Orders in these states are there to be reviewed.</summary>
    private static readonly OrderState[] Reviewable = [OrderState.Completed, OrderState.PartRefunded, OrderState.Closed];

    public sealed record Request(
        long? LineId,
        [property: Range(1, 5)] int Stars,
        [property: Required, MinLength(1), MaxLength(1000)] string Body,
        [property: MaxLength(9)] IReadOnlyList<long>? MediaIds,
        bool AsNote = false);

    /// <summary>The review, and the note when it was shared as one.</summary>
    public sealed record Response(long Id, long OrderId, long LineId, long ProductId, int Stars, string Body, IReadOnlyList<long> MediaIds, long? NoteId, DateTimeOffset CreatedAt);

    public static void Map(IEndpointRouteBuilder orders) => orders
        .MapPost("/{orderId:long}/review", HandleAsync)
        .WithName("WriteReview")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .WithIdempotency()
        .RequireAuthorization();

    /// <summary>Writes the review, or returns null when the account has no such order.</summary>
    public async Task<Created<Response>?> WriteAsync(long orderId, Request request, CancellationToken ct)
    {
        var accountId = account.Id;
        var order = await db.Orders.AsNoTracking().Include(o => o.Lines).SingleOrDefaultAsync(o => o.Id == orderId && o.BuyerId == accountId, ct);
        if (order is null)
        {
            return null;
        }

        var line = LineOf(order, request.LineId);
        await CheckTimeAsync(order, line, ct);
        await OwnPictures.CheckAsync(media, accountId, request.MediaIds ?? [], ct);
        var review = new Review
        {
            Id = ids.Next(),
            OrderLineId = line.Id,
            ProductId = line.ProductId,
            AuthorId = accountId,
            Stars = request.Stars,
            Body = request.Body.Trim(),
            Options = line.Options,
            MediaIds = request.MediaIds ?? [],
            At = clock.GetUtcNow(),
        };
        if (await db.Reviews.AnyAsync(r => r.OrderLineId == line.Id, ct))
        {
            throw new Refusal("mall.review-exists");
        }

        // The note is another module's and comes first: sharing is idempotent by the order line, so a repeat finds the same note.
        review.NoteId = request.AsNote ? await notes.ShareAsync(review, line.ProductName, ct) : null;
        return await InsertAsync(review, order, once, ct);
    }

    /// <summary>Lines of an order of this account that wait for their review.</summary>
    public async Task<IReadOnlyList<long>> LinesLeftAsync(long orderId, CancellationToken ct)
    {
        var (accountId, before) = (account.Id, windows.UnreviewableIfBefore());
        var vouchers = db.Vouchers.Where(v => v.OrderId == orderId);
        return await (
            from line in db.OrderLines
            join order in db.Orders on line.OrderId equals order.Id
            where order.Id == orderId && order.BuyerId == accountId && !db.Reviews.Any(r => r.OrderLineId == line.Id)
                && (line.RefundedMinor == 0 || line.RefundedMinor + line.KeptFreightMinor < line.TotalMinor)
                && ((Reviewable.Contains(order.State) && order.ReceivedAt >= before && !vouchers.Any(v => v.LineId == line.Id))
                    || vouchers.Any(v => v.LineId == line.Id && v.State == VoucherState.Redeemed && v.EndedAt >= before))
            orderby line.Id
            select line.Id).ToListAsync(ct);
    }

    /// <summary>A review is written while the goods are fresh in mind. A voucher is there to be reviewed once it was used.</summary>
    private async Task CheckTimeAsync(Order order, OrderLine line, CancellationToken ct)
    {
        var vouchers = await db.Vouchers.Where(v => v.OrderId == order.Id && v.LineId == line.Id).Select(v => new { v.State, v.EndedAt }).ToListAsync(ct);
        var receivedAt = vouchers.Count == 0 ? order.ReceivedAt : vouchers.Where(v => v.State is VoucherState.Redeemed).Max(v => v.EndedAt);
        if (receivedAt is not { } at)
        {
            throw new Refusal("mall.review-before-receipt");
        }

        if (windows.EndOfReviews(at) <= clock.GetUtcNow())
        {
            throw new Refusal("mall.review-too-late");
        }
    }

    private async Task<Created<Response>> InsertAsync(Review review, Order order, Idempotency answers, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await db.InsertOnceAsync(review, ct))
        {
            throw new Refusal("mall.review-exists");
        }

        await db.Products.Where(p => p.Id == review.ProductId).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.StarsSum, p => p.StarsSum + review.Stars).SetProperty(p => p.ReviewCount, p => p.ReviewCount + 1), ct);
        db.Announce(new MediaUsed($"mall.review:{review.Id}", review.MediaIds, review.At));
        var body = new Response(review.Id, order.Id, review.OrderLineId, review.ProductId, review.Stars, review.Body, review.MediaIds, review.NoteId, review.At);
        return await answers.CreatedAsync(db, transaction, $"/api/v1/products/{review.ProductId}/reviews", body, ct);
    }

    private static OrderLine LineOf(Order order, long? lineId)
    {
        if (order.State is not OrderState.Issued && !Reviewable.Contains(order.State))
        {
            throw new Refusal("mall.review-before-receipt");
        }

        if (lineId is null && order.Lines.Count > 1)
        {
            throw new Refusal("mall.line-needed", StatusCodes.Status422UnprocessableEntity);
        }

        return order.Lines.Find(line => lineId is null || line.Id == lineId) ?? throw new Refusal("mall.line-not-found", StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Created<Response>, ProblemHttpResult>> HandleAsync(long orderId, Request request, WriteReview write, CancellationToken ct) =>
        await write.WriteAsync(orderId, request, ct) is { } created ? created : Problems.NotFound("mall.order-not-found");
}
