using Sward.Kernel;

namespace Sward.Host;

/// <summary>What happens between building the application and the first request.</summary>
internal static class Start
{
    public static async Task PrepareAsync(this WebApplication app)
    {
        // Resolving the folder takes its lock: from here on no other process uses this data.
        app.Services.GetRequiredService<DataFolder>();
        if (app.Configuration.GetValue("Database:MigrateAtStart", defaultValue: true))
        {
            await Migrator.MigrateAsync(app.Services, app.Lifetime.ApplicationStopping);
        }

        await app.Services.GetRequiredService<NodeLease>().RenewAsync(app.Lifetime.ApplicationStopping);
    }
}
