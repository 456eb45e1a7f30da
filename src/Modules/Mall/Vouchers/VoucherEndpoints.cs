namespace Sward.Mall.Vouchers;

/// <summary>What the mall serves of vouchers.</summary>
internal static class VoucherEndpoints
{
    public static void AddServices(IServiceCollection services) => services
        .AddScoped<VoucherTickets>()
        .AddScoped<OrderVouchers>()
        .AddScoped<ReadVouchers>()
        .AddScoped<RedeemVoucher>()
        .AddScoped<ReturnVoucher>()
        .AddClockJob<ExpireVouchers>("mall.expire-vouchers", TimeSpan.FromMinutes(5));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var vouchers = routes.MapApi("/vouchers", "Vouchers");
        ReadVouchers.Map(vouchers);
        ReturnVoucher.Map(vouchers);
        RedeemVoucher.Map(routes.MapApi("/stores", "Stores"));
    }
}
