using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Sward.Kernel;
using Sward.Ui;

namespace Sward.Host;

/// <summary>Razor Pages, static files, sign-in and the order of the pipeline around them.</summary>
internal static class Pages
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddRazorPages(options =>
            {
                options.RootDirectory = "/";
                // Writes by cookie are checked by fetch metadata for every route alike; tokens would make pages uncacheable.
                options.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());
                options.Conventions.ConfigureFilter(new HandledFormsOnly());
            })
            // Pages check what is posted as the API does, by the slice's own request; MVC cannot read the rules of a record's properties and would throw.
            .AddMvcOptions(mvc => mvc.ModelMetadataDetailsProviders.Add(new SuppressChildValidationMetadataProvider(typeof(object))))
            .ConfigureApplicationPartManager(parts =>
            {
                foreach (var part in SwardModules.Assemblies.SelectMany(Microsoft.AspNetCore.Mvc.ApplicationParts.CompiledRazorAssemblyApplicationPartFactory.GetDefaultApplicationParts))
                {
                    parts.ApplicationParts.Add(part);
                }
            });
        builder.Services.AddUi();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddAuthorization();
        builder.Services.AddRouting(options => options.LowercaseUrls = true);
    }

    public static void UsePages(this WebApplication app)
    {
        app.UseRouting();
        app.UseEnumWords();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseOutputCache();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.Services.GetRequiredService<ContentPolicy>().ScriptHashes = () => $"'{app.Services.GetRequiredService<Assets>().ImportMapHash}'";
    }
}
