using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sward.Accounts;
using Sward.Contracts.Town;
using Sward.Kernel;

namespace Sward.Bench;

/// <summary>The real Host with two routes more: the smallest JSON answer to compare with, and the counts of queries.</summary>
internal sealed class BenchServer(string data, string[] settings) : WebApplicationFactory<Program>
{
    public const string Ready = "ready";
    public const string Hello = "/bench/hello";
    public const string Counts = "/bench/counts";
    public const string People = "/bench/people";

    public const string Signals = "/bench/signals";

    /// <summary>Runs every job of a module now: <c>?of=mall</c>.</summary>
    public const string RunJobs = "/bench/run-jobs";

    /// <summary>The setting that names the seed of <see cref="Tastes"/>; without it the data are <see cref="Crowd"/>.</summary>
    public const string TastesSeed = "Bench:Tastes";

    public static async Task RunAsync(string data, string port, string[] settings)
    {
        await using var server = new BenchServer(data, settings);
        server.UseKestrel(int.Parse(port, CultureInfo.InvariantCulture));
        server.StartServer();
        await Planting.PlantAsync(server.Services, () => Gather(server.Services));
        Console.WriteLine(Ready);
        await Console.In.ReadToEndAsync();
    }

    private static DemoTown Gather(IServiceProvider services)
    {
        var (ids, tastes) = (services.GetRequiredService<Ids>(), services.GetRequiredService<IConfiguration>()[TastesSeed]);
        return tastes is null ? new Crowd(ids).Gather() : new Tastes(int.Parse(tastes, CultureInfo.InvariantCulture)).Gather(ids);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Data:Folder", data);
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        builder.UseSetting("Accounts:InviteFirstOperator", "false");
        foreach (var setting in settings)
        {
            var sign = setting.IndexOf('=', StringComparison.Ordinal);
            builder.UseSetting(setting[..sign], setting[(sign + 1)..]);
        }

        builder.ConfigureTestServices(services => services
            .AddSingleton<IStartupFilter, ExtraRoutes>()
            .AddSingleton<TimeProvider>(sp => new ShiftedClock(TimeSpan.FromMinutes(sp.GetRequiredService<IConfiguration>().GetValue<double>(ShiftedClock.Setting)))));
    }

    private sealed class ExtraRoutes : IStartupFilter, IDisposable
    {
        private readonly QueryMeter meter = new();
        private readonly SignalMeter signals = new();

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (HttpContext http, RequestDelegate rest) =>
            {
                switch (http.Request.Path.Value)
                {
                    case Hello:
                        await http.Response.WriteAsJsonAsync(new { hello = "world" });
                        break;
                    case Counts:
                        await http.Response.WriteAsJsonAsync(meter.Take());
                        break;
                    case People:
                        await http.Response.WriteAsJsonAsync(await http.RequestServices.GetRequiredService<AccountsDb>().Accounts.Select(account => account.Id).ToListAsync());
                        break;
                    case Signals:
                        await http.Response.WriteAsJsonAsync(signals.Read());
                        break;
                    case RunJobs:
                        await RunJobsAsync(http);
                        break;
                    default:
                        await meter.MeasureAsync(() => rest(http));
                        break;
                }
            });
            next(app);
        };

        public void Dispose() => signals.Dispose();

        private static async Task RunJobsAsync(HttpContext http)
        {
            foreach (var job in http.RequestServices.GetServices<ClockJob>().Where(job => job.Name.StartsWith($"{http.Request.Query["of"]}.", StringComparison.Ordinal)))
            {
                await using var scope = http.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
                await ((IClockJob)scope.ServiceProvider.GetRequiredService(job.Type)).RunAsync(http.RequestAborted);
            }
        }
    }
}
