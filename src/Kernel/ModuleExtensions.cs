using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Sward.Kernel;

/// <summary>What modules call to take their place in the host.</summary>
public static class ModuleExtensions
{
    /// <summary>Per connection; each takes some ten kilobytes of the server.</summary>
    private const int PreparedStatements = 128;

    /// <summary>Registers a module's context for the database that is configured: PostgreSQL when <c>ConnectionStrings:Postgres</c> is set, else the SQLite file.</summary>
    /// <param name="durable">Commits survive a power cut (SQLite synchronous FULL): for money and stock.</param>
    public static void AddModuleDb<TDb, TSqlite, TPostgres>(this IHostApplicationBuilder builder, string module, bool durable = false)
        where TDb : ModuleDb
        where TSqlite : TDb
        where TPostgres : TDb
    {
        var history = MigrationTarget.HistoryTableOf(module);
        if (builder.Configuration.GetConnectionString("Postgres") is { Length: > 0 } postgres)
        {
            builder.Services.AddDbContextPool<TDb, TPostgres>((services, options) => options
                .UseNpgsql(Tuned(postgres), npgsql => npgsql.MigrationsHistoryTable(history))
                .AddInterceptors(services.GetServices<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor>()));
            builder.Services.AddSingleton(new MigrationTarget(module, typeof(TDb), typeof(TPostgres)));
        }
        else
        {
            var pragmas = new SqlitePragmas(durable);
            builder.Services.AddDbContextPool<TDb, TSqlite>((services, options) => options
                .UseSqlite(SqliteFile(services.GetRequiredService<DataFolder>(), durable), lite => lite.MigrationsHistoryTable(history))
                .AddInterceptors(pragmas)
                .AddInterceptors(services.GetServices<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor>()));
            builder.Services.AddSingleton(new MigrationTarget(module, typeof(TDb), typeof(TSqlite)));
        }
    }

    /// <summary>Binds a module's options to a section and checks them at start.</summary>
    public static void AddModuleOptions<TOptions>(this IServiceCollection services, string section) where TOptions : class =>
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();

    /// <summary>A group of API routes under <c>/api/v1</c>.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes, string prefix, string tag) => routes
        .MapGroup($"/api/v1{prefix}")
        .WithTags(tag)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    /// <summary>
    /// Lets connections keep what they ask often as prepared statements, and one plan for each: left to itself PostgreSQL plans most of them anew for every value, which costs twice what running
    /// them does. And no module changes anything about its session, so nothing is to be put back after each query. What the operator says about any of it stands.
    /// </summary>
    private static string Tuned(string postgres)
    {
        var settings = new DbConnectionStringBuilder { ConnectionString = postgres };
        foreach (var (name, value) in ((string, object)[])[("Max Auto Prepare", PreparedStatements), ("No Reset On Close", true), ("Options", "-c plan_cache_mode=force_generic_plan")])
        {
            if (!settings.ContainsKey(name))
            {
                settings[name] = value;
            }
        }

        return settings.ConnectionString;
    }

    // The two kinds of connections differ in their text, so that their pools do not mix.
    private static string SqliteFile(DataFolder data, bool durable) => $"Data Source={data.Of("sward.db")};Default Timeout={(durable ? 31 : 30)}";
}
