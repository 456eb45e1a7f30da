namespace Sward.Mall.Leads;

/// <summary>What the mall serves of questions about goods that are not bought here.</summary>
internal static class LeadEndpoints
{
    public static void AddServices(IServiceCollection services) => services
        .AddScoped<AskStore>()
        .AddScoped<ReadLeads>()
        .AddScoped<EndLead>()
        .AddClockJob<ForgetLeads>("mall.forget-leads", TimeSpan.FromHours(1));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var leads = routes.MapApi("/leads", "Leads");
        AskStore.Map(routes.MapApi("/products", "Products"));
        ReadLeads.Map(leads, routes.MapApi("/stores", "Stores"));
        EndLead.Map(leads);
    }
}
