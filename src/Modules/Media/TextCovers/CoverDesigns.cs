using System.Collections.Frozen;

namespace Sward.Media;

/// <summary>All designs, in the order in which they are offered. The backdrop of each is <c>Backdrops/KEY.svg</c>.</summary>
internal static class CoverDesigns
{
    public static readonly IReadOnlyList<CoverDesign> All =
    [
        new("paper", CoverFont.SerifBold, "#3d352a", new(170, 240, 740, 840), 150, 1.5, CoverAlign.Centre),
        new("sprout", CoverFont.SansBold, "#14432c", new(110, 170, 860, 760), 170, 1.38, CoverAlign.Left, CoverStand.Top),
        new("night", CoverFont.SerifBold, "#f7f0dc", new(140, 330, 800, 640), 140, 1.5, CoverAlign.Centre),
        new("grid", CoverFont.SansBold, "#22252b", new(120, 300, 840, 900), 156, 1.42, CoverAlign.Left) { Marker = "#ffe27a" },
        new("quote", CoverFont.SansBold, "#ffffff", new(120, 430, 840, 690), 150, 1.4, CoverAlign.Left, CoverStand.Top),
        new("poster", CoverFont.SansBold, "#15130f", new(90, 110, 900, 960), 250, 1.22, CoverAlign.Left, CoverStand.Top),
        new("memo", CoverFont.Sans, "#403827", new(180, 320, 780, 940), 104, 1.5, CoverAlign.Left, CoverStand.Top) { Rule = "#e3d3a4" },
        new("dawn", CoverFont.SansBold, "#54294f", new(130, 290, 820, 860), 160, 1.42, CoverAlign.Centre),
        new("sea", CoverFont.SansBold, "#0d3b56", new(120, 190, 840, 600), 150, 1.4, CoverAlign.Left, CoverStand.Middle),
        new("film", CoverFont.Serif, "#f3ead6", new(130, 850, 820, 440), 92, 1.48, CoverAlign.Centre),
        new("letter", CoverFont.Serif, "#2f3342", new(170, 420, 740, 760), 120, 1.52, CoverAlign.Left, CoverStand.Top),
        new("cat", CoverFont.SansBold, "#5a3521", new(130, 180, 820, 720), 160, 1.38, CoverAlign.Centre),
    ];

    private static readonly FrozenDictionary<string, CoverDesign> ByKey = All.ToFrozenDictionary(design => design.Key, StringComparer.Ordinal);

    public static bool Has(string key) => ByKey.ContainsKey(key);

    public static CoverDesign Get(string key) => ByKey[key];
}
