using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;
using Sward.Discovery.Plots;

namespace Sward.Discovery.Pools;

/// <summary>Shows authors how a note of theirs climbs: where it is, what moved it, and what it still takes.</summary>
[Authorize]
internal sealed class ClimbPage(ReadClimb read, INoteCards notes, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    public NoteCard Note { get; private set; } = null!;

    public NoteClimb Climb { get; private set; } = null!;

    /// <summary>Null until anybody saw the note.</summary>
    public Climb? Plot { get; private set; }

    /// <summary>What lifted it, and who went straight back.</summary>
    public IEnumerable<DeedSum> Deeds => Climb.Deeds.Where(deed => !IsUnwanted(deed));

    /// <summary>Who hid and who reported it, together: an author is not told of reports.</summary>
    public int Unwanted => Climb.Deeds.Where(IsUnwanted).Sum(deed => deed.People);

    /// <summary>What became of it, in a sentence.</summary>
    public string Story => Climb.Last switch
    {
        null => texts["discovery.climb.never"],
        { Outcome: PoolOutcome.UsedUp } last => texts["discovery.climb.used-up", last.Room],
        { Outcome: PoolOutcome.Aged } => texts["discovery.climb.aged"],
        { } last when Climb.Score.Bound > Climb.Median => texts["discovery.climb.above", last.Room],
        { } last => texts["discovery.climb.below", last.Room],
    };

    public async Task<IActionResult> OnGetAsync(long noteId, CancellationToken ct)
    {
        if ((await notes.GetAsync([noteId], account.Id, ct)).GetValueOrDefault(noteId) is not { } note || note.AuthorId != account.Id)
        {
            return NotFound();
        }

        (Note, Climb) = (note, await read.OfAsync(noteId, ct));
        Plot = Climb.ToPlot(texts);
        return Page();
    }

    private static bool IsUnwanted(DeedSum deed) => deed.Code is "hid" or "reported";
}

/// <summary>Draws a climb.</summary>
internal static class ClimbPlots
{
    public static Climb? ToPlot(this NoteClimb climb, IStringLocalizer texts)
    {
        if (climb.Hours.Count == 0)
        {
            return null;
        }

        // A count stands at the end of its hour; before the first there was nothing.
        var points = new List<(DateTimeOffset At, long Count)> { (climb.Hours[0].Hour, 0) };
        foreach (var hour in climb.Hours)
        {
            points.Add((hour.Hour.AddHours(1), points[^1].Count + hour.Impressions));
        }

        DateTimeOffset[] promotions = [.. climb.Stays.Skip(1).Select(stay => stay.EnteredAt)];
        return new(texts["discovery.climb.plot", points[^1].Count, promotions.Length], points, promotions);
    }
}
