namespace Sward.Town;

/// <summary>Where a motif is at home; decides what is drawn behind and beside it.</summary>
internal enum Setting
{
    Kitchen,
    Vanity,
    Desk,
    Room,
    Floor,

    /// <summary>The motif paints the whole picture.</summary>
    View,
}

/// <summary>Something that can be drawn. Its own space is about 100 wide, stands on y = 0 and grows upwards (y below zero), light falls from the left.</summary>
/// <param name="Width">Of the drawing in its own space, with <paramref name="Height"/> what scenes need to fit it in.</param>
internal sealed record Motif(string Name, string Zh, string En, Setting Setting, double Width, double Height, Action<Brush> Draw)
{
    private static readonly Dictionary<string, Motif> ByName =
        Kitchen.Motifs.Concat(Pantry.Motifs).Concat(Vanity.Motifs).Concat(Wardrobe.Motifs).Concat(Home.Motifs).Concat(Desk.Motifs).Concat(Sports.Motifs)
            .Concat(Nursery.Motifs).Concat(Animals.Motifs).Concat(Rooms.Motifs).Concat(Views.Motifs)
            .ToDictionary(motif => motif.Name, StringComparer.Ordinal);

    public static IReadOnlyCollection<Motif> All => ByName.Values;

    public static Motif Named(string name) => ByName.TryGetValue(name, out var motif) ? motif : throw new KeyNotFoundException($"Nobody can draw '{name}'.");
}

/// <summary>A finished picture and what is to be said to who cannot see it.</summary>
internal sealed record Drawing(string Svg, string Zh, string En)
{
    public string Alt(string language) => language is "en" ? En : Zh;
}
