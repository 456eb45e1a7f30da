using Sward.Ui;


namespace Sward.Safety;

/// <summary>Safety: takes reports. Whoever works on them reads <c>safety_report</c>.</summary>
public sealed class SafetyModule : IModule
{
    public void AddServices(IHostApplicationBuilder builder)
    {
        builder.AddModuleDb<SafetyDb, SafetyDbSqlite, SafetyDbPostgres>("safety");
        builder.Services.AddValidation();
        builder.Services.AddScoped<Targets>();
        builder.Services.AddScoped<ReportContent>();
        builder.Services.AddScoped<ListReports>();
        builder.Services.AddOperatorPage("safety.reports", "/desk/reports");
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        var reports = routes.MapApi("/reports", "Safety");
        ReportContent.Map(reports);
        ListReports.Map(reports);
    }
}
