namespace Sward.Media;

/// <summary>What a sender is told when no picture came of a job.</summary>
internal static class WorkerProblems
{
    private const string RetryAfterSeconds = "5";

    public static ProblemHttpResult Of(HttpContext http, string code)
    {
        var status = StatusOf(code);
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
        }

        return Problems.Of(status, code);
    }

    public static int StatusOf(string code) => code switch
    {
        "media.busy" or "media.worker-lost" => StatusCodes.Status503ServiceUnavailable,
        "media.unknown-kind" => StatusCodes.Status415UnsupportedMediaType,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
