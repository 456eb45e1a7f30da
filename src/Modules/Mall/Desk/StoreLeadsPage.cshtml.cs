using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Sward.Mall.Leads;
using Sward.Mall.Stores;
using Sward.Ui;

namespace Sward.Mall.Desk;

/// <summary>What people ask a store about goods that are not bought here: open and answered ones, to work through and to take away.</summary>
[Authorize]
internal sealed class StoreLeadsPage(MyStore mine, ReadLeads read, EndLead end, IOptions<MallOptions> options, IStringLocalizer texts) : PageModel
{
    private const int Size = 50;

    /// <summary>Questions in one file, the newest: a file is made in memory.</summary>
    private const int MostInFile = 10_000;

    public Store Store { get; private set; } = null!;

    public Page<LeadView> Leads { get; private set; } = null!;

    public Tabs Tabs => new(texts["mall.desk.leads"], [new(texts["mall.desk.leads.open"], UrlOf(answered: false), !Answered), new(texts["mall.desk.leads.answered"], UrlOf(answered: true), Answered)]);

    public Pager Pager => new(Leads.Next is { } next ? $"{UrlOf(Answered)}{(Answered ? '&' : '?')}cursor={next}" : null);

    public string FileUrl => $"{UrlOf(Answered)}{(Answered ? '&' : '?')}handler=Csv";

    /// <summary>After how many days a question is deleted.</summary>
    public int Days => options.Value.LeadDays;

    [BindProperty(SupportsGet = true)]
    public bool Answered { get; set; }

    public async Task<IActionResult> OnGetAsync(long storeId, string? cursor, CancellationToken ct)
    {
        if (await mine.FindAsync(storeId, ct) is not { } store || !Cursor.TryDecode(cursor, out var before, out _)
            || await read.OfStoreAsync(storeId, Answered, before, Size + 1, ct) is not { } leads)
        {
            return NotFound();
        }

        (Store, Leads) = (store, ReadLeads.PageOf(leads, Size));
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(long storeId, CancellationToken ct)
    {
        if (await read.OfStoreAsync(storeId, Answered, long.MaxValue, MostInFile, ct) is not { } leads)
        {
            return NotFound();
        }

        var csv = new Csv();
        csv.Row(texts["mall.desk.at"], texts["mall.desk.product"], texts["mall.lead.name"], texts["mall.lead.contact"], texts["mall.lead.question"], texts["mall.desk.leads.answered"]);
        foreach (var lead in leads)
        {
            csv.Row(
                lead.AskedAt.ToString("O", CultureInfo.InvariantCulture), Csv.Typed(lead.ProductName), Csv.Typed(lead.Name), Csv.Typed(lead.Contact), Csv.Typed(lead.Question),
                lead.AnsweredAt?.ToString("O", CultureInfo.InvariantCulture) ?? "");
        }

        return File(csv.ToBytes(), "text/csv; charset=utf-8", $"questions-{storeId}.csv");
    }

    public async Task<IActionResult> OnPostAnsweredAsync(long storeId, long leadId, CancellationToken ct) =>
        await end.AnswerAsync(leadId, ct) ? LocalRedirect($"/desk/{storeId}/leads") : NotFound();

    private string UrlOf(bool answered) => $"/desk/{Store.Id}/leads{(answered ? "?answered=true" : "")}";
}
