using Sward.Contracts.Accounts;

namespace Sward.Search;

/// <summary>Where a store's card leads: counts, and leads on.</summary>
internal static class FollowCard
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/search/to/{storeId:long}", ToStoreAsync).ExcludeFromDescription();
        routes.MapGet("/search/leave/{storeId:long}/go", ToSiteAsync).ExcludeFromDescription();
    }

    private static async Task<RedirectHttpResult> ToStoreAsync(long storeId, HttpRequest request, CountDirect count, ICurrentAccount account, CancellationToken ct)
    {
        if (!IsAhead(request))
        {
            await count.VisitedAsync(storeId, account.IdOrNull, ct);
        }

        return TypedResults.Redirect($"/stores/{storeId}");
    }

    /// <summary>Only to the address that <see cref="LeavePage"/> asks about.</summary>
    private static async Task<Results<RedirectHttpResult, NotFound>> ToSiteAsync(
        long storeId, HttpRequest request, FindStores find, CountDirect count, ICurrentAccount account, CancellationToken ct)
    {
        if (await find.OutsideAsync(storeId, account.IdOrNull, ct) is not { } site)
        {
            return TypedResults.NotFound();
        }

        if (!IsAhead(request))
        {
            await count.LeftAsync(storeId, ct);
        }

        return TypedResults.Redirect(site.Link);
    }

    /// <summary>A browser that fetches what a person may want next says so.</summary>
    private static bool IsAhead(HttpRequest request) => request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.Ordinal);
}
