using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Ui;

namespace Sward.Search;

/// <summary>Operators type a query and see what it finds for a reader, and why in this order. A look through the eyes of a named account is written down.</summary>
[Authorize(Policies.Operator)]
internal sealed class ExplainPage(ExplainSearch explain, SearchDb db, IAccountCards accounts, ICurrentAccount account, Ids ids, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    private const int LooksShown = 10;

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

    /// <summary>Who looked last through whose eyes, and for what.</summary>
    public IReadOnlyList<(DateTimeOffset At, string Operator, string Reader, string Text)> Looks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var text = PlainText.Cut(Q ?? "", Query.MaxLength);
        var handle = Reader?.Trim().TrimStart('@');
        var readerId = string.IsNullOrEmpty(handle) ? null : await db.People.Where(p => p.Handle == handle).Select(p => (long?)p.Id).FirstOrDefaultAsync(ct);
        IsUnknownReader = readerId is null && !string.IsNullOrEmpty(handle);
        if (text.Length == 0 || IsUnknownReader)
        {
            Looks = await ReadLooksAsync(ct);
            return;
        }

        if (readerId is { } reader)
        {
            db.LookUps.Add(new LookUp { Id = ids.Next(), OperatorId = account.Id, ReaderId = reader, Text = text, At = clock.GetUtcNow() });
            await db.SaveChangesAsync(ct);
        }

        Explanation = await explain.RunAsync(Kind, text, readerId, ct);
    }

    private async Task<IReadOnlyList<(DateTimeOffset At, string Operator, string Reader, string Text)>> ReadLooksAsync(CancellationToken ct)
    {
        var looks = await db.LookUps.AsNoTracking().OrderByDescending(l => l.Id).Take(LooksShown).ToListAsync(ct);
        var cards = await accounts.GetAsync([.. looks.SelectMany(look => (long[])[look.OperatorId, look.ReaderId]).Distinct()], ct);
        return [.. looks.Select(look => (look.At, cards.GetValueOrDefault(look.OperatorId)?.Nickname ?? "–", cards.GetValueOrDefault(look.ReaderId)?.Handle ?? "–", look.Text))];
    }

    private static string WordOf(ExplainedKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private string UrlOf(ExplainedKind kind) => "/operator/search" + new QueryBuilder { { "q", Q ?? "" }, { "reader", Reader ?? "" }, { "kind", WordOf(kind) } };
}
