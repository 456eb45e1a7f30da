using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Sward.Ui;

/// <summary>What the pages of all modules need from Ui.</summary>
public static class UiServices
{
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        // Asked before the framework's own writer, which takes everything that takes JSON as well.
        services.Insert(0, ServiceDescriptor.Singleton<IProblemDetailsWriter, ProblemPages>());
        return services
            // Chinese goes out as it is, not as a numeric entity for every character.
            .Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All))
            .AddSingleton<Assets>()
            .AddSingleton<Parts>()
            .AddSingleton(sp => TimeZoneInfo.FindSystemTimeZoneById(sp.GetRequiredService<IOptions<SiteOptions>>().Value.TimeZone))
            .AddSingleton<Format>();
    }
}
