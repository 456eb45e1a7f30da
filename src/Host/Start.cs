using Sward.Kernel;

namespace Sward.Host;

/// <summary>What happens between building the application and the first request.</summary>
internal static class Start
{
    public static async Task PrepareAsync(this WebApplication app)
    {
        // Resolving the folder takes its lock: from here on no other process uses this data but for guests, who leave its database and its leases as they are.
        if (app.Services.GetRequiredService<DataFolder>().IsGuest)
        {
            return;
        }

        if (app.Configuration.GetValue("Database:MigrateAtStart", defaultValue: true))
        {
            await Migrator.MigrateAsync(app.Services, app.Lifetime.ApplicationStopping);
        }

        await app.Services.GetRequiredService<NodeLease>().RenewAsync(app.Lifetime.ApplicationStopping);
    }
}
