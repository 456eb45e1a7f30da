namespace Sward.Mall.Vouchers;

/// <summary>What the mall serves of vouchers.</summary>
internal static class VoucherEndpoints
{
    public static void AddServices(IServiceCollection services) => services
        .AddScoped<VoucherTickets>()
        .AddScoped<OrderVouchers>()
        .AddScoped<ReadVouchers>()
        .AddScoped<RedeemVoucher>()
        .AddClockJob<ExpireVouchers>("mall.expire-vouchers", TimeSpan.FromMinutes(5));

    public static void Map(IEndpointRouteBuilder routes)
    {
        ReadVouchers.Map(routes.MapApi("/vouchers", "Vouchers"));
        RedeemVoucher.Map(routes.MapApi("/stores", "Stores"));
    }
}
