using System.Globalization;
using Sward.Accounts;
using Sward.Discovery;
using Sward.Kernel;

namespace Sward.Host;

/// <summary>What <c>./sward admin</c> asks of the Host instead of serving.</summary>
internal static class AdminCommand
{
    /// <summary>What asks for no more than to read or change a row may do so while Sward runs on the same data.</summary>
    public static void ComeAsGuestIfAsked(this WebApplicationBuilder builder, IReadOnlyList<string> arguments)
    {
        if (arguments is ["admin", "model", ..])
        {
            builder.Configuration["Data:Guest"] = "true";
        }
    }

    /// <summary>Runs the command in the arguments; false when there is none.</summary>
    public static async Task<bool> RunAdminIfAskedAsync(this WebApplication app, IReadOnlyList<string> arguments)
    {
        var ct = app.Lifetime.ApplicationStopping;
        switch (arguments)
        {
            case ["admin", "add", var login, ..]:
                var added = await AccountsModule.AddOperatorAsync(app.Services, login, ct);
                await SayAsync(added, added ? $"{login} is an operator now." : $"Nobody signs in with {login}.");
                return true;
            case ["admin", "model", "list", ..]:
                var models = await DiscoveryModule.ListModelsAsync(app.Services, ct);
                await SayAsync(isDone: true, models.Count == 0 ? "No model was trained yet." : string.Join('\n', models));
                return true;
            case ["admin", "model", "use", var version, ..]:
                var used = long.TryParse(version, CultureInfo.InvariantCulture, out var id) && await DiscoveryModule.UseModelAsync(app.Services, id, ct);
                await SayAsync(used, used ? $"Model {version} serves on every node within 15 seconds." : $"There is no model {version}.");
                return true;
            default:
                // Two processes that serve one folder would lose what the other wrote.
                return app.Services.GetRequiredService<DataFolder>().IsGuest ? throw new InvalidOperationException("A guest does not serve.") : false;
        }
    }

    private static async Task SayAsync(bool isDone, string line)
    {
        await Console.Out.WriteLineAsync(line);
        Environment.ExitCode = isDone ? 0 : 1;
    }
}
