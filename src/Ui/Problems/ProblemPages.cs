using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Sward.Ui;

/// <summary>Draws problems as pages: who asks for HTML outside the API reads what happened in their language, with a way back.</summary>
internal sealed class ProblemPages(IOptions<ProblemDetailsOptions> options, IModelMetadataProvider metadata, IStringLocalizer texts) : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) =>
        !context.HttpContext.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && context.HttpContext.Request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (http, problem) = (context.HttpContext, context.ProblemDetails);
        problem.Status ??= http.Response.StatusCode;
        options.Value.CustomizeProblemDetails?.Invoke(context);
        var isOurs = problem.Status >= StatusCodes.Status500InternalServerError;
        var back = WayBack(http.Request);
        var view = new ViewResult
        {
            ViewName = "/Shared/_Problem.cshtml",
            StatusCode = problem.Status,
            ViewData = new ViewDataDictionary<ProblemState>(metadata, new ModelStateDictionary())
            {
                Model = new ProblemState(problem.Title!, Action: texts[back is null ? "ui.problem.home" : "ui.back"], Url: back ?? "/", TraceId: isOurs ? Activity.Current?.Id ?? http.TraceIdentifier : null),
                ["Title"] = problem.Title,
                // The navigation asks the database, which may be what failed.
                ["Layout"] = isOurs ? "_BareLayout" : null,
            },
        };
        // Layouts and partials are found where pages find theirs.
        await view.ExecuteResultAsync(new ActionContext(http, new RouteData { Values = { ["page"] = "/Problem" } }, new ActionDescriptor()));
    }

    /// <summary>The page of ours that led here, if it is another one than this.</summary>
    private static string? WayBack(HttpRequest request) =>
        request.GetTypedHeaders().Referer is { IsAbsoluteUri: true } from
        && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
        && !string.Equals(from.AbsolutePath, request.Path.ToUriComponent(), StringComparison.Ordinal)
            ? from.PathAndQuery
            : null;
}
