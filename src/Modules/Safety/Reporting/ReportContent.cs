using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;
using Sward.Contracts.Safety;
using Sward.Ui;

namespace Sward.Safety;

/// <summary>Reports a note, a comment, an account, a product or a store. It leaves the reporter's feeds, and somebody will look at it.</summary>
internal sealed class ReportContent(SafetyDb db, Targets targets, Ids ids, TimeProvider clock)
{
    /// <summary>What is wrong with what.</summary>
    public sealed record Request
    {
        [Required]
        public required Target Target { get; init; }

        [Required, Reason]
        public required string Reason { get; init; }

        [StringLength(1_000)]
        public string? Text { get; init; }
    }

    /// <summary>The thing that is reported.</summary>
    public sealed record Target
    {
        [Required, AllowedValues("note", "comment", "account", "product", "store")]
        public required string Kind { get; init; }

        public required long Id { get; init; }
    }

    /// <summary>The report as the reporter sees it.</summary>
    public sealed record Response(long Id, Target Target, string Reason, string? Text, DateTimeOffset At, bool IsOpen);

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapPost("", HandleAsync)
        .WithName("ReportContent")
        .WithIdempotency()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization();

    /// <summary>Makes the report in a transaction that the caller commits; null when the reporter has an open one about the same thing.</summary>
    public async Task<Report?> AddAsync(Request request, long reporterId, CancellationToken ct)
    {
        var report = new Report
        {
            Id = ids.Next(),
            ReporterId = reporterId,
            TargetKind = request.Target.Kind,
            TargetId = request.Target.Id,
            Reason = request.Reason,
            Text = PlainText.Block(request.Text ?? "") is { Length: > 0 } text ? text : null,
            At = clock.GetUtcNow(),
        };
        if (!await db.InsertOnceAsync(report, ct))
        {
            return null;
        }

        db.Announce(new ContentReported(report.Id, reporterId, report.TargetKind, report.TargetId, report.Reason, report.At));
        await db.SaveChangesAsync(ct);
        return report;
    }

    /// <summary>Why it cannot be reported by this person; null when it can.</summary>
    public async Task<ProblemHttpResult?> RefuseAsync(Target target, long reporterId, CancellationToken ct)
    {
        var found = await targets.FindAsync(target.Kind, target.Id, reporterId, ct);
        return !found.IsThere ? Problems.NotFound("safety.target-not-found")
            : found.OwnerId == reporterId ? Problems.Unprocessable("safety.own-content")
            : null;
    }

    private static async Task<Results<Created<Response>, Ok<Response>, ProblemHttpResult>> HandleAsync(
        Request request, ReportContent reports, SafetyDb db, Idempotency once, ICurrentAccount account, CancellationToken ct)
    {
        if (await reports.RefuseAsync(request.Target, account.Id, ct) is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await reports.AddAsync(request, account.Id, ct) is { } report)
        {
            return await once.CreatedAsync(db, transaction, $"/api/v1/reports/{report.Id}", View(report), ct);
        }

        var (reporterId, target) = (account.Id, request.Target);
        var open = await db.Reports.AsNoTracking()
            .SingleAsync(r => r.ReporterId == reporterId && r.TargetKind == target.Kind && r.TargetId == target.Id && r.ClosedAt == null, ct);
        return TypedResults.Ok(View(open));
    }

    private static Response View(Report report) =>
        new(report.Id, new Target { Kind = report.TargetKind, Id = report.TargetId }, report.Reason, report.Text, report.At, report.ClosedAt is null);

    /// <summary>Allows the reasons that the dialog offers.</summary>
    [AttributeUsage(AttributeTargets.Property)]
    private sealed class ReasonAttribute() : ValidationAttribute("There is no such reason.")
    {
        public override bool IsValid(object? value) => value is string reason && ReportReasons.All.Contains(reason, StringComparer.Ordinal);
    }
}
