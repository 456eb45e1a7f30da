using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Mall.Catalog;

namespace Sward.Mall.Leads;

/// <summary>Somebody asks a store about goods that are not bought here. One question about a product is open at a time; a block between the two holds.</summary>
internal sealed class AskStore(MallDb db, ICurrentAccount account, ICircles circles, RateCounts rates, Idempotency once, Ids ids, IOptions<MallOptions> options, TimeProvider clock)
{
    /// <summary>The form on the product's page.</summary>
    /// <param name="Contact">A phone number or an e-mail address.</param>
    public sealed record Request(
        [property: Required, MinLength(1), MaxLength(60)] string Name,
        [property: Required, MaxLength(254), RegularExpression(@"^(\+?[0-9 ()\-]{5,30}|[^@\s]+@[^@\s]+\.[^@\s.]+)$")] string Contact,
        [property: Required, MinLength(1), MaxLength(1000)] string Question);

    public static void Map(IEndpointRouteBuilder products) => products
        .MapPost("/{productId:long}/leads", async (long productId, Request request, AskStore ask, CancellationToken ct) => await ask.AskAsync(productId, request, ct))
        .WithName("AskStore")
        .WithIdempotency()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization();

    public async Task<Created<LeadView>> AskAsync(long productId, Request request, CancellationToken ct)
    {
        var accountId = account.Id;
        var goods = await (
            from product in db.Products
            join store in db.Stores on product.StoreId equals store.Id
            where product.Id == productId && product.OnSale
            select new { product.StoreId, product.Name, product.Kind, store.OwnerId }).SingleOrDefaultAsync(ct);
        if (goods is null || (await circles.OfAsync(accountId, ct)).Blocked.Contains(goods.OwnerId))
        {
            throw new Refusal("mall.product-not-found", StatusCodes.Status404NotFound);
        }

        if (goods.Kind is not GoodsKind.LeadForm)
        {
            throw new Refusal("mall.bought-here", StatusCodes.Status422UnprocessableEntity);
        }

        await rates.CountAsync($"mall.leads:{accountId}", options.Value.LeadsPerDay, TimeSpan.FromDays(1), ct);
        var now = clock.GetUtcNow();
        var lead = new Lead
        {
            Id = ids.Next(),
            StoreId = goods.StoreId,
            ProductId = productId,
            AccountId = accountId,
            Name = PlainText.Line(request.Name),
            Contact = request.Contact.Trim(),
            Question = PlainText.Block(request.Question),
            AskedAt = now,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await db.InsertOnceAsync(lead, ct))
        {
            throw new Refusal("mall.lead-open");
        }

        db.Announce(new LeadAsked(lead.Id, productId, goods.Name, lead.StoreId, goods.OwnerId, accountId, now));
        return await once.CreatedAsync(db, transaction, "/api/v1/leads", LeadView.Of(lead, goods.Name), ct);
    }
}
