using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Contracts.Notes;
using Sward.Discovery.Plots;
using Sward.Discovery.Pools;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Inspecting;

/// <summary>
/// Operators paste the link or number of a note or a product, and see where it was shown and why, or why it is not. A look through the eyes of a named account is written down.
/// </summary>
[Authorize(Policies.Operator)]
internal sealed class InspectPage(InspectNote inspect, Looks looks, IProductCards products, INoteCards notes, NoteShelves shelves, IAccountCards accounts, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    private const int MostNotes = 50;
    private const int HoursPlotted = 72;

    [FromQuery(Name = "what")]
    public string? What { get; set; }

    /// <summary>Handle of the reader through whose eyes it is looked at; empty for a visitor.</summary>
    [FromQuery(Name = "reader")]
    public string? Reader { get; set; }

    public string? WhatProblem { get; private set; }

    public string? ReaderProblem { get; private set; }

    public InspectedNote? Note { get; private set; }

    public ProductCard? Product { get; private set; }

    /// <summary>Notes that carry the product, hottest first.</summary>
    public IReadOnlyList<(FeedNote Note, string Title)> Carrying { get; private set; } = [];

    /// <summary>Who looked at it through whose eyes.</summary>
    public IReadOnlyList<PastLook> PastLooks { get; private set; } = [];

    public Climb? ClimbPlot { get; private set; }

    public Bars? Hours { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(What))
        {
            return;
        }

        var handle = Reader?.Trim().TrimStart('@') ?? "";
        var reader = handle.Length == 0 ? null : (await accounts.GetByHandleAsync([handle], ct)).Values.FirstOrDefault();
        if (handle.Length > 0 && reader is null)
        {
            ReaderProblem = texts["discovery.inspect.reader.unknown"];
        }
        else if (Subject.Parse(What) is not { } subject)
        {
            WhatProblem = texts["discovery.inspect.what.unread"];
        }
        else if (subject.Kind is not "product" && await inspect.RunAsync(subject.Id, reader?.Id, ct) is { } note)
        {
            (Note, ClimbPlot, Hours) = (note, note.Climb.ToPlot(texts), HoursOf(note));
            await KeepLookAsync(subject.Id, reader?.Id, ct);
        }
        else if (subject.Kind is not "note" && (await products.GetAsync([subject.Id], ct)).GetValueOrDefault(subject.Id) is { } product)
        {
            (Product, Carrying) = (product, await CarryingAsync(product.Id, reader?.Id, ct));
            await KeepLookAsync(subject.Id, reader?.Id, ct);
        }
        else
        {
            WhatProblem = texts["discovery.inspect.what.unknown"];
        }
    }

    private async Task KeepLookAsync(long subjectId, long? readerId, CancellationToken ct)
    {
        if (readerId is { } reader)
        {
            await looks.WriteAsync(account.Id, reader, subjectId, ct);
        }

        PastLooks = await looks.OfAsync(subjectId, ct);
    }

    private async Task<IReadOnlyList<(FeedNote Note, string Title)>> CarryingAsync(long productId, long? readerId, CancellationToken ct)
    {
        var found = new List<FeedNote>();
        shelves.Take([ShelfKey.Product(productId)], Pipeline.Mark.Start, MostNotes, found);
        var cards = await notes.GetAsync([.. found.Select(note => note.Id)], readerId, ct);
        return [.. from note in found let card = cards.GetValueOrDefault(note.Id) where card is not null select (note, card.Title)];
    }

    /// <summary>The last three days that anything happened on, hour by hour.</summary>
    private Bars? HoursOf(InspectedNote inspected)
    {
        if (inspected.Climb.Hours.Count == 0)
        {
            return null;
        }

        var (last, counts) = (inspected.Climb.Hours[^1].Hour, inspected.Climb.Hours.ToDictionary(count => count.Hour, count => (double)count.Impressions));
        double[] hours = [.. Enumerable.Range(1 - HoursPlotted, HoursPlotted).Select(hour => counts.GetValueOrDefault(last.AddHours(hour)))];
        return new(texts["discovery.inspect.hours.plot", hours.Sum(), hours.Max()], [.. hours.Select(count => (IReadOnlyList<double>)[count])], Math.Max(1, hours.Max()));
    }
}
