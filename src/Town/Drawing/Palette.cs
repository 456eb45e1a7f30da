namespace Sward.Town;

/// <summary>Colours that get on with each other, by what they are for.</summary>
internal sealed record Palette(string Zh, string En, Ink Wall, Ink Table, Ink Main, Ink Second, Ink Third)
{
    private const double DarkBelow = 0.6;

    public Ink Paper { get; } = new(0.97, 0.012, Wall.H);

    public Ink Dark { get; } = new(0.3, 0.035, Wall.H);

    public Ink Leaf { get; } = new(0.58, 0.1, 145);

    public Ink Wood { get; } = new(0.66, 0.075, 62);

    public Ink Gold { get; } = new(0.8, 0.11, 85);

    public bool IsDark => Wall.L < DarkBelow;

    public static IReadOnlyList<Palette> All { get; } =
    [
        new("杏色", "apricot", new(0.93, 0.04, 70), new(0.83, 0.07, 55), new(0.62, 0.15, 35), new(0.78, 0.1, 80), new(0.55, 0.09, 230)),
        new("薄荷", "mint", new(0.92, 0.04, 165), new(0.95, 0.02, 90), new(0.6, 0.11, 170), new(0.8, 0.11, 60), new(0.62, 0.15, 25)),
        new("雾蓝", "misty blue", new(0.88, 0.04, 240), new(0.93, 0.02, 80), new(0.55, 0.11, 250), new(0.82, 0.09, 75), new(0.64, 0.15, 30)),
        new("豆沙", "dusty rose", new(0.86, 0.05, 15), new(0.93, 0.025, 40), new(0.55, 0.13, 15), new(0.84, 0.08, 70), new(0.5, 0.07, 180)),
        new("橄榄", "olive", new(0.88, 0.05, 115), new(0.79, 0.06, 75), new(0.52, 0.09, 125), new(0.77, 0.13, 65), new(0.6, 0.14, 35)),
        new("蜜糖", "honey", new(0.91, 0.075, 85), new(0.72, 0.11, 60), new(0.55, 0.12, 40), new(0.94, 0.03, 90), new(0.5, 0.08, 200)),
        new("海盐", "sea-salt", new(0.93, 0.03, 205), new(0.85, 0.05, 195), new(0.52, 0.1, 220), new(0.88, 0.08, 85), new(0.67, 0.16, 35)),
        new("葡萄", "grape", new(0.85, 0.05, 300), new(0.91, 0.03, 320), new(0.48, 0.12, 300), new(0.82, 0.11, 80), new(0.66, 0.14, 10)),
        new("陶土", "terracotta", new(0.81, 0.085, 45), new(0.91, 0.03, 70), new(0.52, 0.13, 38), new(0.72, 0.06, 150), new(0.88, 0.07, 85)),
        new("夜蓝", "night blue", new(0.38, 0.06, 255), new(0.5, 0.06, 250), new(0.76, 0.12, 75), new(0.62, 0.1, 230), new(0.7, 0.14, 30)),
        new("墨绿", "bottle green", new(0.42, 0.06, 165), new(0.6, 0.07, 70), new(0.8, 0.11, 85), new(0.65, 0.13, 35), new(0.88, 0.03, 100)),
        new("樱花", "blossom", new(0.93, 0.035, 0), new(0.88, 0.05, 20), new(0.65, 0.13, 5), new(0.76, 0.09, 150), new(0.55, 0.1, 280)),
        new("柠檬", "lemon", new(0.95, 0.07, 100), new(0.88, 0.09, 95), new(0.6, 0.13, 145), new(0.77, 0.15, 70), new(0.6, 0.15, 25)),
        new("暮色", "dusk", new(0.74, 0.085, 35), new(0.58, 0.08, 20), new(0.86, 0.1, 80), new(0.6, 0.12, 350), new(0.45, 0.09, 280)),
        new("石灰", "limestone", new(0.91, 0.012, 85), new(0.84, 0.02, 75), new(0.47, 0.05, 250), new(0.68, 0.12, 45), new(0.62, 0.08, 150)),
        new("青瓷", "celadon", new(0.88, 0.035, 175), new(0.8, 0.04, 170), new(0.56, 0.075, 185), new(0.9, 0.05, 90), new(0.62, 0.13, 30)),
    ];
}
