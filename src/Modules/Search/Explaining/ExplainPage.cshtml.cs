using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Localization;
using Sward.Ui;

namespace Sward.Search;

/// <summary>Operators type a query and see what it finds for a reader, and why in this order.</summary>
[Authorize(Policies.Operator)]
internal sealed class ExplainPage(ExplainSearch explain, SearchDb db, IStringLocalizer texts) : PageModel
{
    [FromQuery(Name = "q")]
    public string? Q { get; set; }

    /// <summary>Handle of the reader; empty for a visitor.</summary>
    [FromQuery(Name = "reader")]
    public string? Reader { get; set; }

    /// <summary>notes, mall or people.</summary>
    [FromQuery(Name = "kind")]
    public ExplainedKind Kind { get; set; }

    public Tabs Kinds => new(texts["search.tabs"], [.. Enum.GetValues<ExplainedKind>().Select(kind => new Tab(texts[$"search.tab.{WordOf(kind)}"], UrlOf(kind), kind == Kind))]);

    public bool IsUnknownReader { get; private set; }

    public Explanation? Explanation { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var text = PlainText.Cut(Q ?? "", Query.MaxLength);
        var handle = Reader?.Trim().TrimStart('@');
        var readerId = string.IsNullOrEmpty(handle) ? null : await db.People.Where(p => p.Handle == handle).Select(p => (long?)p.Id).FirstOrDefaultAsync(ct);
        IsUnknownReader = readerId is null && !string.IsNullOrEmpty(handle);
        if (text.Length > 0 && !IsUnknownReader)
        {
            Explanation = await explain.RunAsync(Kind, text, readerId, ct);
        }
    }

    private static string WordOf(ExplainedKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private string UrlOf(ExplainedKind kind) => "/operator/search" + new QueryBuilder { { "q", Q ?? "" }, { "reader", Reader ?? "" }, { "kind", WordOf(kind) } };
}
