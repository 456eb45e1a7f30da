using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Sward.Kernel;

/// <summary>A rule said no, deep inside. The code is part of the public API and never changes; the title is the text <c>problem.{code}</c>.</summary>
#pragma warning disable CA1032, CA1710, RCS1194 // A refusal without a code makes no sense, and it is no failure.
public sealed class Refusal(string code, int status = StatusCodes.Status409Conflict, params object[] arguments) : Exception(code)
#pragma warning restore CA1032, CA1710, RCS1194
{
    public string Code => Message;

    public int Status => status;

    /// <summary>Values for the placeholders of the title.</summary>
    public IReadOnlyList<object> Arguments => arguments;
}

/// <summary>Refusals on pages, which say them where the person is rather than as a problem.</summary>
public static class RefusalTexts
{
    /// <summary>What the refusal says in the reader's language.</summary>
    public static LocalizedString Of(this IStringLocalizer texts, Refusal refusal) => texts[$"problem.{refusal.Code}", [.. refusal.Arguments]];
}

/// <summary>Expected refusals as RFC 9457 problem details with a stable code. Titles are filled in the reader's language when the answer is written.</summary>
public static class Problems
{
    public static ProblemHttpResult BadRequest(string code) => Of(StatusCodes.Status400BadRequest, code);

    /// <summary>The same answer for what does not exist and for what this reader may not see.</summary>
    public static ProblemHttpResult NotFound(string code) => Of(StatusCodes.Status404NotFound, code);

    public static ProblemHttpResult Conflict(string code) => Of(StatusCodes.Status409Conflict, code);

    /// <summary>Understood, but not allowed.</summary>
    public static ProblemHttpResult Unprocessable(string code) => Of(StatusCodes.Status422UnprocessableEntity, code);

    public static ProblemHttpResult Of(int status, string code, params object[] arguments) => TypedResults.Problem(Details(status, code, arguments));

    internal static ProblemDetails Details(int status, string code, IReadOnlyList<object> arguments) => new()
    {
        Status = status,
        Type = TypeOf(code),
        Extensions = { ["code"] = code, [ArgumentsKey] = arguments },
    };

    /// <summary>Gives every problem, ours or the framework's, a code, a type and a title in the request's language.</summary>
    internal static void Complete(ProblemDetailsContext context, Texts texts)
    {
        var problem = context.ProblemDetails;
        var code = problem.Extensions.TryGetValue("code", out var given) ? (string)given! : DefaultCode(problem);
        var arguments = problem.Extensions.Remove(ArgumentsKey, out var values) ? (IReadOnlyList<object>)values! : [];
        problem.Extensions["code"] = code;
        problem.Type = TypeOf(code);
        var title = texts[$"problem.{code}", [.. arguments]];
        problem.Title = title.ResourceNotFound ? problem.Title ?? code : title.Value;
        problem.Detail = null;
        if (problem is HttpValidationProblemDetails invalid)
        {
            // The validator names members as C# does; clients know them by their JSON names.
            invalid.Errors = invalid.Errors.ToDictionary(
                error => string.Join('.', error.Key.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName)), error => error.Value, StringComparer.Ordinal);
        }
    }

    private const string ArgumentsKey = "arguments";

    private static string TypeOf(string code) => $"/problems/{code}";

    private static string DefaultCode(ProblemDetails problem) => problem switch
    {
        { Status: StatusCodes.Status400BadRequest } => "kernel.invalid",
        { Status: StatusCodes.Status401Unauthorized } => "kernel.sign-in-required",
        { Status: StatusCodes.Status403Forbidden } => "kernel.forbidden",
        { Status: StatusCodes.Status404NotFound } => "kernel.not-found",
        { Status: StatusCodes.Status405MethodNotAllowed } => "kernel.method-not-allowed",
        { Status: StatusCodes.Status413PayloadTooLarge } => "kernel.too-large",
        { Status: StatusCodes.Status415UnsupportedMediaType } => "kernel.unsupported-media-type",
        { Status: StatusCodes.Status429TooManyRequests } => "kernel.too-many-requests",
        { Status: StatusCodes.Status503ServiceUnavailable } => "kernel.busy",
        { Status: { } status } => string.Create(CultureInfo.InvariantCulture, $"kernel.status-{status}"),
        _ => "kernel.unexpected",
    };
}

/// <summary>Turns a <see cref="Refusal"/> into its problem, and a request the framework could not read into a 400 instead of a 500.</summary>
internal sealed class RefusalHandler(IProblemDetailsService problems, ILogger<RefusalHandler> log) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var details = exception switch
        {
            Refusal refusal => Problems.Details(refusal.Status, refusal.Code, refusal.Arguments),
            BadHttpRequestException bad => new ProblemDetails { Status = bad.StatusCode },
            // PostgreSQL keeps no NUL in a text.
            _ when exception.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire } => new ProblemDetails { Status = StatusCodes.Status400BadRequest },
            _ => new ProblemDetails { Status = StatusCodes.Status500InternalServerError, Extensions = { ["code"] = "kernel.unexpected" } },
        };
        if (details.Status == StatusCodes.Status500InternalServerError)
        {
            log.LogError(exception, "{Method} {Path} failed", httpContext.Request.Method, httpContext.Request.Path);
        }

        httpContext.Response.StatusCode = details.Status!.Value;
        if (details.Status == StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = "1";
        }

        return problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = details });
    }
}
