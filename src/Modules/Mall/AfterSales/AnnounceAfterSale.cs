using System.Text.Json;
using Microsoft.Extensions.Options;
using Sward.Contracts.Mall;
using Sward.Mall.Orders;

namespace Sward.Mall.AfterSales;

/// <summary>Says that a request has moved and until when whose turn it is may answer, so that both sides and the platform can be told.</summary>
internal sealed class AnnounceAfterSale(MallDb db, IOptions<MallOptions> options)
{
    /// <summary>Announces where a change has led; steps that follow by themselves in the same change are not told one by one.</summary>
    /// <param name="by">Who made the change.</param>
    public void Moved(Order order, AfterSale afterSale, Actor by) => db.Announce(new AfterSaleMoved(
        afterSale.Id, order.Id, order.Number, order.SellerId, order.BuyerId, WordOf(afterSale.Kind), WordOf(afterSale.State), WordOf(by.Kind),
        options.Value.DueOf(afterSale), afterSale.ChangedAt));

    private static string WordOf<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

/// <summary>How long each side has.</summary>
internal static class AfterSaleTimes
{
    /// <summary>When time decides in the place of whose turn it is (<see cref="AgreeAfterSilence"/>); null when it does not.</summary>
    public static DateTimeOffset? DueOf(this MallOptions options, AfterSale afterSale) => afterSale.State switch
    {
        AfterSaleState.Applied => afterSale.ChangedAt.AddHours(options.AgreeAfterHours),
        AfterSaleState.SellerAgreed or AfterSaleState.BuyerShipping or AfterSaleState.SellerReceived => afterSale.ChangedAt.AddDays(options.ReturnDays),
        AfterSaleState.SellerRefused or AfterSaleState.SellerRejected => afterSale.ChangedAt.AddDays(options.CallPlatformDays),
        _ => null,
    };
}
