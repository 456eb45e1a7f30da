using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace Sward.Kernel;

/// <summary>One address per thing in every language: <c>?lang=</c> (for crawlers), then the cookie that settings and sign-in write, then the browser's wish.</summary>
public static class Languages
{
    public const string Cookie = "lang";

    internal static void UseLanguages(this IApplicationBuilder app)
    {
        var options = new RequestLocalizationOptions { ApplyCurrentCultureToResponseHeaders = true }
            .SetDefaultCulture(Texts.Languages[0])
            .AddSupportedCultures([.. Texts.Languages])
            .AddSupportedUICultures([.. Texts.Languages]);
        options.RequestCultureProviders =
        [
            new QueryStringRequestCultureProvider { QueryStringKey = "lang", UIQueryStringKey = "lang" },
            new CustomRequestCultureProvider(http => Task.FromResult(http.Request.Cookies[Cookie] is { Length: > 0 } language ? new ProviderCultureResult(language) : null)),
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
        app.UseRequestLocalization(options);
        app.Use((http, next) =>
        {
            http.Response.Headers.Append("Vary", "Accept-Language, Cookie");
            return next(http);
        });
    }
}
