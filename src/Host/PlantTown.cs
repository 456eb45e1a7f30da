using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Sward.Contracts.Town;
using Sward.Kernel;
using Sward.Town;

namespace Sward.Host;

/// <summary>
/// Fills an empty installation with the demo town, module by module, and leaves the generated sign-ins in <c>demo-accounts.json</c>, readable by the owner alone.
/// Never on a site that has a public address.
/// </summary>
internal static class PlantTown
{
    private const int DefaultSeed = 20;
    private static readonly JsonSerializerOptions Pretty = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private sealed record DemoAccount(string Role, string Login, string Password);

    public static async Task PlantTownAsync(this WebApplication app)
    {
        var data = app.Services.GetRequiredService<DataFolder>();
        var (sown, unfinished) = (data.Of("demo-accounts.json"), data.Of("town-unfinished"));
        if (!app.Configuration.GetValue("Town:Plant", defaultValue: false) || app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.Root is not null || File.Exists(sown))
        {
            return;
        }

        if (File.Exists(unfinished))
        {
            throw new InvalidOperationException($"The demo town was not finished last time. Remove {data.Root} to plant it anew, or start without it.");
        }

        await using var scope = app.Services.CreateAsyncScope();
        var parts = scope.ServiceProvider.GetServices<ITownPart>().OrderBy(part => part.Order).ToList();
        foreach (var part in parts)
        {
            if (!await part.HasRoomAsync(app.Lifetime.ApplicationStopping))
            {
                return;
            }
        }

        await File.WriteAllTextAsync(unfinished, "");
        var town = TownGenerator.Generate(
            app.Services.GetRequiredService<Ids>(), app.Services.GetRequiredService<TimeProvider>().GetUtcNow(),
            app.Configuration.GetValue("Town:Seed", DefaultSeed), () => RandomNumberGenerator.GetHexString(12, lowercase: true));
        await PlantAsync(app, parts, town);
        await WriteAccountsAsync(sown, town);
        File.Delete(unfinished);
    }

    private static async Task PlantAsync(WebApplication app, IEnumerable<ITownPart> parts, DemoTown town)
    {
        var progress = new LogProgress(app.Logger);
        using var planted = CancellationTokenSource.CreateLinkedTokenSource(app.Lifetime.ApplicationStopping);
        var lease = app.Services.GetRequiredService<NodeLease>().KeepAsync(planted.Token);
        foreach (var part in parts)
        {
            await part.PlantAsync(town, progress, app.Lifetime.ApplicationStopping);
        }

        await planted.CancelAsync();
        await lease.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task WriteAccountsAsync(string path, DemoTown town)
    {
        var merchants = town.Stores.Select(store => store.OwnerId).ToHashSet();
        var accounts = town.People.Where(person => person.Password is not null).Select(person => new DemoAccount(
            person.IsOperator ? "operator" : merchants.Contains(person.Id) ? "merchant" : "reader", person.Login, person.Password!));
        await using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        await JsonSerializer.SerializeAsync(file, accounts, Pretty);
    }

    /// <summary>Says what has been planted so far, in the order it happens.</summary>
    private sealed class LogProgress(ILogger log) : IProgress<string>
    {
        public void Report(string value) => log.LogInformation("Planting the demo town: {Part}", value);
    }
}
