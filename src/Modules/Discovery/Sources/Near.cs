using System.Globalization;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Sources;

/// <summary>The hottest notes made around a point.</summary>
internal sealed class Near(NoteShelves shelves) : ShelfSource("near", shelves, Keys, Why)
{
    /// <summary>How far, as coarse as it may be told: by 100 m below one kilometre, else by half a kilometre.</summary>
    public static double Told(double kilometres) => kilometres < 1 ? Math.Ceiling(kilometres * 10) / 10 : Math.Ceiling(kilometres * 2) / 2;

    public static double Distance(FeedContext context, FeedNote note) => context.Ask.Around!.Value.Middle.KilometresTo(note.Position!.Value);

    protected override Func<FeedNote, bool> Where(FeedContext context) => note => Distance(context, note) <= context.Ask.Around!.Value.Kilometres;

    private static Reason Why(FeedContext context, FeedNote note) => new("near", Told(Distance(context, note)).ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<ShelfKey> Keys(FeedContext context) => context.Ask.Around!.Value.Cells().Select(ShelfKey.Cell);
}
