namespace Sward.Mall.Invoices;

/// <summary>What the mall serves of invoices.</summary>
internal static class InvoiceServices
{
    public static void Add(IServiceCollection services) => services
        .AddScoped<AskForInvoice>()
        .AddScoped<IssueInvoice>()
        .AddScoped<ReadInvoices>()
        .AddScoped<InvoiceDocument>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        var (orders, invoices) = (routes.MapApi("/orders", "Invoices"), routes.MapApi("/invoices", "Invoices"));
        AskForInvoice.Map(orders);
        IssueInvoice.Map(invoices);
        ReadInvoices.Map(orders, routes.MapApi("/stores", "Invoices"), invoices);
    }
}
