using Sward.Mall.Addresses;
using Sward.Mall.AfterSales;
using Sward.Mall.Carts;
using Sward.Mall.Catalog;
using Sward.Mall.Checkout;
using Sward.Mall.Commissions;
using Sward.Mall.Coupons;
using Sward.Mall.Courses;
using Sward.Mall.Deliveries;
using Sward.Mall.Desk;
using Sward.Mall.FlashSales;
using Sward.Mall.GiftCards;
using Sward.Mall.Invoices;
using Sward.Mall.Leads;
using Sward.Mall.Ledger;
using Sward.Mall.Offers;
using Sward.Mall.Orders;
using Sward.Mall.Payments;
using Sward.Mall.Payments.Sandbox;
using Sward.Mall.Payouts;
using Sward.Mall.Points;
using Sward.Mall.PreSales;
using Sward.Mall.Reviews;
using Sward.Mall.Settlements;
using Sward.Mall.Shipments;
using Sward.Mall.Stores;
using Sward.Mall.Vouchers;
using Sward.Mall.Wants;

namespace Sward.Mall;

/// <summary>The mall: stores, goods, prices, stock, orders, payments and the ledger.</summary>
public sealed class MallModule : IModule
{
    public void AddServices(IHostApplicationBuilder builder)
    {
        builder.AddModuleDb<MallDb, MallDbSqlite, MallDbPostgres>("mall", durable: true);
        builder.Services.AddModuleOptions<MallOptions>("Mall");
        builder.Services.AddValidation();
        builder.Services.AddScoped<Backlog>();
        StoreEndpoints.AddServices(builder.Services);
        CatalogEndpoints.AddServices(builder.Services);
        AddressEndpoints.AddServices(builder.Services);
        ReviewEndpoints.AddServices(builder.Services);
        LeadEndpoints.AddServices(builder.Services);
        CartEndpoints.AddServices(builder.Services);
        WantEndpoints.AddServices(builder.Services);
        OfferEndpoints.AddServices(builder.Services);
        CouponEndpoints.AddServices(builder.Services);
        PointsEndpoints.AddServices(builder.Services);
        GiftCardEndpoints.AddServices(builder.Services);
        CheckoutEndpoints.AddServices(builder.Services);
        FlashSaleEndpoints.AddServices(builder.Services);
        PreSaleEndpoints.AddServices(builder.Services);
        PaymentEndpoints.AddServices(builder.Services);
        OrderEndpoints.AddServices(builder.Services);
        DeliveryEndpoints.AddServices(builder.Services);
        ShipmentEndpoints.AddServices(builder.Services);
        VoucherEndpoints.AddServices(builder.Services);
        CourseEndpoints.AddServices(builder.Services);
        AfterSaleEndpoints.AddServices(builder.Services);
        CommissionServices.Add(builder.Services);
        LedgerServices.Add(builder.Services);
        SettlementServices.Add(builder.Services);
        InvoiceServices.Add(builder.Services);
        PayoutServices.Add(builder.Services);
        DeskServices.Add(builder.Services);
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        StoreEndpoints.Map(routes);
        CatalogEndpoints.Map(routes);
        AddressEndpoints.Map(routes);
        ReviewEndpoints.Map(routes);
        LeadEndpoints.Map(routes);
        CartEndpoints.Map(routes);
        WantEndpoints.Map(routes);
        OfferEndpoints.Map(routes);
        CouponEndpoints.Map(routes);
        PointsEndpoints.Map(routes);
        GiftCardEndpoints.Map(routes);
        CheckoutEndpoints.Map(routes);
        FlashSaleEndpoints.Map(routes);
        PreSaleEndpoints.Map(routes);
        PaymentEndpoints.Map(routes);
        OrderEndpoints.Map(routes);
        DeliveryEndpoints.Map(routes);
        ShipmentEndpoints.Map(routes);
        VoucherEndpoints.Map(routes);
        CourseEndpoints.Map(routes);
        AfterSaleEndpoints.Map(routes);
        InvoiceServices.Map(routes);
    }
}
