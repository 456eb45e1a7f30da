using Sward.Contracts.Town;

namespace Sward.Town;

/// <summary>Collects what is drawn for the town.</summary>
internal sealed class Gallery(Site site)
{
    private static readonly string[] Designs = ["paper", "sprout", "night", "grid", "quote", "poster", "memo", "dawn", "sea", "letter"];
    private readonly List<TownPicture> _pictures = [];
    private readonly List<TownTextCover> _textCovers = [];

    public IReadOnlyList<TownPicture> Pictures => _pictures;

    public IReadOnlyList<TownTextCover> TextCovers => _textCovers;

    /// <summary>Draws a picture and returns its id. The purpose, unique in the town, is what its chance depends on.</summary>
    public long Hang(string purpose, long ownerId, string language, DateTimeOffset at, Func<Dice, Drawing> draw)
    {
        var drawing = draw(site.Dice.For(purpose));
        var id = site.Ids.Next(at);
        _pictures.Add(new TownPicture(id, ownerId, drawing.Svg, drawing.Alt(language), at));
        return id;
    }

    public long Letter(string purpose, long ownerId, string text, DateTimeOffset at)
    {
        var id = site.Ids.Next(at);
        _textCovers.Add(new TownTextCover(id, ownerId, text, site.Dice.For(purpose).Pick(Designs), at));
        return id;
    }
}
