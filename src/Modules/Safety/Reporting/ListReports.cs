namespace Sward.Safety;

/// <summary>The open reports, newest first, for operators.</summary>
internal sealed class ListReports(SafetyDb db)
{
    /// <summary>A report as operators see it.</summary>
    public sealed record Row(long Id, long ReporterId, string TargetKind, long TargetId, string Reason, string? Text, DateTimeOffset At);

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapGet("", HandleAsync)
        .WithName("ListReports")
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .RequireAuthorization(Policies.Operator);

    public async Task<Page<Row>> ReadAsync(long before, int size, CancellationToken ct)
    {
        var rows = await db.Reports.AsNoTracking()
            .Where(r => r.ClosedAt == null && r.Id < before)
            .OrderByDescending(r => r.Id)
            .Take(size + 1)
            .Select(r => new Row(r.Id, r.ReporterId, r.TargetKind, r.TargetId, r.Reason, r.Text, r.At))
            .ToListAsync(ct);
        return Page<Row>.Of(rows, size, last => Cursor.Encode(last.Id));
    }

    private static async Task<Results<Ok<Page<Row>>, ProblemHttpResult>> HandleAsync([AsParameters] PageQuery page, ListReports reports, CancellationToken ct) =>
        Cursor.TryDecode(page.Cursor, out var before, out _)
            ? TypedResults.Ok(await reports.ReadAsync(before, page.Size, ct))
            : Problems.BadRequest("kernel.bad-cursor");
}
