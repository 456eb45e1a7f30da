using Sward.Contracts.Accounts;
using Sward.Mall.Desk;
using Sward.Ui;

namespace Sward.Mall.Offers;

/// <summary>What the mall serves of offers.</summary>
internal static class OfferEndpoints
{
    public static void AddServices(IServiceCollection services) => services
        .AddScoped<MakeOffers>()
        .AddScoped<PreviewOffer>()
        .AddScoped<RunningOffers>()
        .AddScoped<TakePart>()
        .AddOperatorPage("mall.operator.offers", "/operator/offers");

    public static void Map(IEndpointRouteBuilder routes)
    {
        var stores = routes.MapApi("/stores", "Offers");
        TakePart.Map(stores);
        stores.MapGet("/{storeId:long}/offers", async Task<Ok<Page<OfferView>>> (long storeId, MakeOffers offers, CancellationToken ct) =>
                TypedResults.Ok(new Page<OfferView>(await offers.ListAsync(storeId, all: false, ct), Next: null)))
            .WithName("ListStoreOffers")
            .AllowAnonymous();
        Describe(stores.MapPost("/{storeId:long}/offers", async Task<Results<Created<OfferView>, ProblemHttpResult>> (
                long storeId, MakeOffers.Request request, MyStore mine, MakeOffers offers, CancellationToken ct) =>
                await mine.FindAsync(storeId, ct) is { } store
                    ? TypedResults.Created($"/api/v1/stores/{storeId}/offers", await offers.MakeAsync(store, request, ct))
                    : Problems.NotFound("mall.store-not-found")), "MakeStoreOffer")
            .RequireAuthorization();
        Describe(stores.MapPost("/{storeId:long}/offers/preview", async Task<Results<Ok<PreviewOffer.Response>, ProblemHttpResult>> (
                long storeId, MakeOffers.Request request, MyStore mine, MakeOffers offers, PreviewOffer preview, CancellationToken ct) =>
                await mine.FindAsync(storeId, ct) is { } store
                    ? TypedResults.Ok(await preview.RunAsync(await offers.DraftAsync(store, request, ct), ct))
                    : Problems.NotFound("mall.store-not-found")), "PreviewStoreOffer")
            .RequireAuthorization();
        stores.MapPost("/{storeId:long}/offers/{offerId:long}/end", async Task<Results<NoContent, ProblemHttpResult>> (
                long storeId, long offerId, MyStore mine, MakeOffers offers, CancellationToken ct) =>
                await mine.FindAsync(storeId, ct) is not null && await offers.EndAsync(storeId, offerId, ct) ? TypedResults.NoContent() : Problems.NotFound("mall.offer-not-found"))
            .WithName("EndStoreOffer")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization();

        var platform = routes.MapApi("/offers", "Offers");
        platform.MapGet("", async Task<Ok<Page<OfferView>>> (MakeOffers offers, CancellationToken ct) =>
                TypedResults.Ok(new Page<OfferView>(await offers.ListAsync(storeId: null, all: false, ct), Next: null)))
            .WithName("ListPlatformOffers")
            .AllowAnonymous();
        Describe(platform.MapPost("", async Task<Created<OfferView>> (MakeOffers.Request request, MakeOffers offers, CancellationToken ct) =>
                TypedResults.Created("/api/v1/offers", await offers.MakeAsync(store: null, request, ct))), "MakePlatformOffer")
            .RequireAuthorization(Policies.Operator);
        Describe(platform.MapPost("/preview", async Task<Ok<PreviewOffer.Response>> (MakeOffers.Request request, MakeOffers offers, PreviewOffer preview, CancellationToken ct) =>
                TypedResults.Ok(await preview.RunAsync(await offers.DraftAsync(store: null, request, ct), ct))), "PreviewPlatformOffer")
            .RequireAuthorization(Policies.Operator);
        platform.MapPost("/{offerId:long}/end", async Task<Results<NoContent, ProblemHttpResult>> (long offerId, MakeOffers offers, CancellationToken ct) =>
                await offers.EndAsync(storeId: null, offerId, ct) ? TypedResults.NoContent() : Problems.NotFound("mall.offer-not-found"))
            .WithName("EndPlatformOffer")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization(Policies.Operator);
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder endpoint, string name) => endpoint
        .WithName(name)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
