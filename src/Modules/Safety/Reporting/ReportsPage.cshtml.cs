using Microsoft.AspNetCore.Authorization;
using Sward.Ui;

namespace Sward.Safety;

/// <summary>The open reports on the operators' desk.</summary>
[Authorize(Policies.Operator)]
internal sealed class ReportsPage(ListReports reports) : PageModel
{
    private const int Size = 50;

    public Page<ListReports.Row> List { get; private set; } = null!;

    public Pager Pager { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? cursor, CancellationToken ct)
    {
        if (!Cursor.TryDecode(cursor, out var before, out _))
        {
            return NotFound();
        }

        List = await reports.ReadAsync(before, Size, ct);
        Pager = new Pager(List.Next is null ? null : $"/desk/reports?cursor={List.Next}", cursor is null ? null : "/desk/reports");
        return Page();
    }

    /// <summary>Where the reported thing can be looked at; comments and stores are found from their own desks.</summary>
    public static string? UrlOf(ListReports.Row row) => row.TargetKind switch
    {
        "note" => $"/notes/{row.TargetId}",
        "account" => $"/u/{row.TargetId}",
        "product" => $"/products/{row.TargetId}",
        "store" => $"/stores/{row.TargetId}",
        _ => null,
    };
}
