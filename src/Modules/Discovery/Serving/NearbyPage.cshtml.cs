using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Localization;
using Sward.Discovery.Shelves;
using Sward.Ui;

namespace Sward.Discovery.Serving;

/// <summary>Notes made around a point that the reader gives: by a press on "where I am", or as two numbers.</summary>
internal sealed class NearbyPage(ReadFeed read, Surfaces surfaces, IStringLocalizer texts) : PageModel
{
    private static readonly int[] Radii = [1, 3, 10, 50];

    [BindProperty(SupportsGet = true), Range(-90.0, 90.0)]
    public double? Lat { get; set; }

    [BindProperty(SupportsGet = true), Range(-180.0, 180.0)]
    public double? Lng { get; set; }

    [BindProperty(SupportsGet = true), Range(1, 50)]
    public int Km { get; set; } = ReadNearby.DefaultKilometres;

    public Chips Distances { get; private set; } = null!;

    /// <summary>Null until the reader has given a point.</summary>
    public Waterfall? Feed { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? cursor, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        if (Lat is not { } lat || Lng is not { } lng)
        {
            return Page();
        }

        var around = new Vicinity(new Position(lat, lng), Km);
        if (await read.RunAsync(surfaces.Nearby, new PageQuery { Cursor = cursor }, ask => ask with { Around = around }, ct) is not { } answer)
        {
            return BadRequest();
        }

        Distances = new Chips(texts["discovery.nearby.distances"], [.. Radii.Select(km => new Tab(texts["discovery.nearby.km", km], UrlOf(km), km == Km))]);
        Feed = answer.ToWaterfall(next => $"{UrlOf(Km)}&cursor={next}", new EmptyState("wind", texts["discovery.nearby.empty"]));
        return Page();
    }

    private string UrlOf(int km) => string.Create(CultureInfo.InvariantCulture, $"/nearby?lat={Lat}&lng={Lng}&km={km}");
}
