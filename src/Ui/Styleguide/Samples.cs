using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Contracts.Media;
using Sward.Contracts.Notes;

namespace Sward.Ui;

/// <summary>Made-up cards for the style guide.</summary>
internal static class Samples
{
    private static readonly DateTimeOffset Day = new(2026, 3, 4, 9, 30, 0, TimeSpan.Zero);

    private static readonly (string Title, int Width, int Height, int Likes)[] Notes =
    [
        ("三块钱的早餐，吃出了一整个春天", 900, 1200, 12_873),
        ("The lamp that made me like winter evenings", 900, 900, 438),
        ("小户型阳台改造，花了不到八百，终于有地方看书了，还能种点香草", 1200, 900, 2_310),
        ("Sourdough, week six", 900, 1120, 87),
        ("去大理住了一个月", 900, 1200, 45_120),
        ("A sunscreen that does not sting my eyes", 900, 1030, 1_204),
        ("手冲咖啡入门，先别急着买磨豆机", 1100, 900, 640),
        ("猫和毛线，注定有一个要散架", 900, 1000, 9_999),
        ("Three shelves, one afternoon", 900, 1200, 0),
        ("胶片拍的海，颗粒刚刚好", 1200, 960, 731),
    ];

    public static IReadOnlyList<AccountCard> People { get; } =
    [
        new(1, "mei", "小麦Mei", null), new(2, "jonas", "Jonas Hale", null), new(3, "lin", "林间有风", null), new(4, "ada", "Ada", null), new(5, "tang", "糖炒栗子", null), new(6, "noor", "Noor", null),
    ];

    public static IReadOnlyList<ITile> NoteTiles { get; } = [.. Notes.Select((note, i) => new NoteTile(
        new NoteCard(100 + i, i, "picture", note.Title, i, "home", [], "public", note.Likes, 0, 0, Day),
        People[i % People.Count], Picture(i, note.Width, note.Height), i % 3 == 0, i == 3 ? "You follow Ada" : null, i))];

    public static IReadOnlyList<ITile> ProductTiles { get; } =
    [
        new ProductTile(new ProductCard(1, 1, "Morning Press", "a cup that keeps its warmth", "Jingdezhen", "home", new(12_900, "CNY"), 1, true, 342), Picture(3, 900, 900)),
        new ProductTile(new ProductCard(2, 1, "Ada's Shelf", "doesn't sting your eyes", "USA", "beauty", new(23_950, "CNY"), 1, true, 12_400), Picture(5, 900, 900)),
        new ProductTile(new ProductCard(3, 1, "山里人家", "一口就回到小时候的野蜂蜜", "云南", "food", new(6_800, "CNY"), 1, true, 58), Picture(6, 900, 900)),
        new ProductTile(new ProductCard(4, 1, "山里人家", "手编竹篮，买菜也好看", "安吉", "home", new(9_900, "CNY"), 1, false, 0), null),
    ];

    /// <summary>A quiet still life, drawn here so that the guide needs no stored pictures.</summary>
    public static MediaCard Picture(int seed, int width, int height)
    {
        var hue = seed * 47 % 360;
        var svg = $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" preserveAspectRatio="xMidYMid slice"><defs>
            <linearGradient id="a" x2="0" y2="1"><stop stop-color="hsl({hue} 42% 84%)"/><stop offset="1" stop-color="hsl({hue + 30} 46% 68%)"/></linearGradient>
            <linearGradient id="b" x2="1" y2="1"><stop stop-color="hsl({hue + 190} 36% 62%)"/><stop offset="1" stop-color="hsl({hue + 200} 40% 34%)"/></linearGradient></defs>
            <path fill="url(#a)" d="M0 0h{width}v{height}H0z"/><path fill="hsl({hue + 20} 30% 54%)" d="M0 {height * 7 / 10}h{width}v{height}H0z"/>
            <ellipse cx="{width / 2}" cy="{height * 3 / 4}" rx="{width / 3}" ry="{height / 26}" fill="hsl({hue + 20} 30% 40%)" opacity=".5"/>
            <path fill="url(#b)" d="M{width * 3 / 10} {height * 9 / 20}h{width * 4 / 10}q0 {height * 3 / 10} -{width / 5} {height * 3 / 10}t-{width / 5} -{height * 3 / 10}"/>
            <circle cx="{width * (3 + (seed % 5)) / 10}" cy="{height / 4}" r="{width / 9}" fill="hsl({hue + 60} 70% 88%)" opacity=".8"/></svg>
            """;
        var url = "data:image/svg+xml;base64," + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(svg));
        return new MediaCard(seed, 1, "picture", "ready", width, height, "", "", "A bowl on a table", [new MediaVariant(url, width, "image/webp")]);
    }
}
