using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Sward.Kernel;

/// <summary>What the host calls to put the kernel in place.</summary>
public static class KernelExtensions
{
    /// <summary>Registers the kernel's parts.</summary>
    /// <param name="textsOf">Assemblies whose Texts/*.json are merged.</param>
    public static void AddKernel(this IHostApplicationBuilder builder, IEnumerable<Assembly> textsOf)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<DataFolder>();
        services.AddSingleton<IBlobs>(sp => new DiskBlobs(sp.GetRequiredService<DataFolder>().Of("blobs")));
        services.AddSingleton(new Texts([typeof(Texts).Assembly, .. textsOf]));
        services.AddSingleton<IStringLocalizer>(sp => sp.GetRequiredService<Texts>());
        services.AddModuleOptions<SiteOptions>("Site");
        services.AddSingleton<ContentPolicy>();
        services.AddSingleton<Metrics>();
        services.AddOptions<KeyManagementOptions>().Configure<DataFolder, ILoggerFactory>((keys, data, logs) =>
            keys.XmlRepository = new FileSystemXmlRepository(Directory.CreateDirectory(data.Of("keys")), logs));
        services.AddOutputCache(options => options.AddPolicy(VisitorCache.Policy, new VisitorCache(TimeSpan.FromSeconds(30), VisitorCache.Policy)));
        services.Configure<ForwardedHeadersOptions>(proxy =>
        {
            // A proxy on this machine is known anyway; without one, what a client claims about itself is not believed.
            proxy.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var network in builder.Configuration.GetSection("Proxy:Known").Get<string[]>() ?? [])
            {
                proxy.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            }
        });
        services.AddProblemDetails();
        services.AddOptions<Microsoft.AspNetCore.Http.ProblemDetailsOptions>().Configure<Texts>((options, texts) =>
            options.CustomizeProblemDetails = context => Problems.Complete(context, texts));
        services.AddExceptionHandler<RefusalHandler>();
        services.Configure<JsonOptions>(json => KernelJson.Configure(json.SerializerOptions));
        services.AddSwardOpenApi();
        services.AddScoped<Idempotency>();
        services.AddScoped<RateCounts>();
        AddFacts(services, builder.Configuration.GetConnectionString("Postgres"));
        services.AddSingleton<Ids>();
        services.AddSingleton<NodeLease>().AddHostedService(sp => sp.GetRequiredService<NodeLease>());
        services.AddSingleton<ClockJobs>().AddHostedService(sp => sp.GetRequiredService<ClockJobs>());
        services.AddClockJob<ForgetOldRows>("kernel.forget-old-rows", TimeSpan.FromHours(1));
        builder.AddModuleDb<KernelDb, KernelDbSqlite, KernelDbPostgres>("kernel");
    }

    /// <summary>The part of the pipeline before sign-in and routing.</summary>
    public static void UseKernel(this IApplicationBuilder app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders(app.ApplicationServices.GetRequiredService<ContentPolicy>());
        app.UseLanguages();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseSameOriginWrites();
        app.UseIdempotencyBuffering();
    }

    /// <summary>Routes that belong to no module: health, metrics, the OpenAPI document.</summary>
    public static void MapKernel(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        routes.MapHealth();
        routes.MapMetrics();
    }

    private static void AddFacts(IServiceCollection services, string? postgres)
    {
        services.AddSingleton<FactBell>();
        services.AddSingleton<ModuleDbServices>();
        services.AddSingleton<IInterceptor, RingOnCommit>();
        services.AddSingleton(sp => new FactCourier(
            sp.GetRequiredService<IServiceScopeFactory>(), sp.GetServices<Subscription>(), sp.GetServices<Follower>(), sp.GetRequiredService<FactBell>(),
            sp.GetRequiredService<NodeLease>(), sp.GetRequiredService<TimeProvider>(), sp.GetRequiredService<ILogger<FactCourier>>()));
        services.AddHostedService(sp => sp.GetRequiredService<FactCourier>());
        if (postgres is { Length: > 0 })
        {
            services.AddHostedService(sp => new PostgresBell(
                postgres, sp.GetRequiredService<FactBell>(), sp.GetRequiredService<TimeProvider>(), sp.GetRequiredService<ILogger<PostgresBell>>()));
        }
    }
}
