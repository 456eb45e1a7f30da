using Microsoft.AspNetCore.Authorization;

namespace Sward.Search;

/// <summary>Operators type a query and see what it finds for a reader, and why in this order.</summary>
[Authorize(Policies.Operator)]
internal sealed class ExplainPage(ExplainNotes explain, SearchDb db) : PageModel
{
    [FromQuery(Name = "q")]
    public string? Q { get; set; }

    /// <summary>Handle of the reader; empty for a visitor.</summary>
    [FromQuery(Name = "reader")]
    public string? Reader { get; set; }

    public bool IsUnknownReader { get; private set; }

    public NoteExplanation? Explanation { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var text = PlainText.Cut(Q ?? "", Query.MaxLength);
        var handle = Reader?.Trim().TrimStart('@');
        var readerId = string.IsNullOrEmpty(handle) ? null : await db.People.Where(p => p.Handle == handle).Select(p => (long?)p.Id).FirstOrDefaultAsync(ct);
        IsUnknownReader = readerId is null && !string.IsNullOrEmpty(handle);
        if (text.Length > 0 && !IsUnknownReader)
        {
            Explanation = await explain.RunAsync(text, readerId, ct);
        }
    }
}
