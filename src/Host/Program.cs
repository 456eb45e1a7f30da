using Sward.Host;
using Sward.Kernel;
using Sward.Media;

if (await MediaModule.RunWorkerIfAskedAsync(args))
{
    return;
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.ComeAsGuestIfAsked(args);
// Static files of the modules are served from where they were built, whatever the environment is called.
builder.WebHost.UseStaticWebAssets();
builder.AddKernel(SwardModules.Assemblies);
builder.AddPages();
builder.AddRateLimits();
foreach (var module in SwardModules.All)
{
    module.AddServices(builder);
}

var app = builder.Build();
app.UseKernel();
app.UsePages();
foreach (var module in SwardModules.All)
{
    module.MapEndpoints(app);
}

app.MapKernel();
await app.PrepareAsync();
if (await app.RunAdminIfAskedAsync(args))
{
    return;
}

await app.PlantTownAsync();
await app.RunAsync();

/// <summary>Lets WebApplicationFactory find the entry point.</summary>
public partial class Program;
