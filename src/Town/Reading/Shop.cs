using System.Globalization;

namespace Sward.Town;

/// <summary>A store's file: its story and its goods.</summary>
/// <remarks>
/// <code>
/// name | owner | kind | logo motif | threshold-off in yuan, or -
/// story
///
/// ## key | origin | short vivid name
/// category *motif ¥price option=value,value+extra brand=name
/// description
/// 5 what a buyer says, after the stars
/// </code>
/// </remarks>
internal sealed record Shop(string Key, string Name, string Owner, string Kind, string Logo, long ThresholdMinor, long OffMinor, string Story, IReadOnlyList<Goods> Goods)
{
    public static IReadOnlyList<Shop> All { get; } = [.. Shelf.Read("stores").Select(file => Read(file.Name, file.Lines))];

    private static Shop Read(string key, IReadOnlyList<string> lines)
    {
        var sections = Shelf.Sections(lines);
        var head = sections[0][0].Split('|', StringSplitOptions.TrimEntries);
        var threshold = head[4] is "-" ? [0, 0] : head[4].Split('-').Select(yuan => long.Parse(yuan, CultureInfo.InvariantCulture) * 100).ToArray();
        return new Shop(
            key, head[0], head[1], head[2], head[3], threshold[0], threshold[1], string.Join("\n\n", sections[0].Skip(1)),
            [.. sections.Skip(1).Select(section => Town.Goods.Read(key, section))]);
    }
}

/// <summary>A product as its merchant describes it, and what buyers say about it.</summary>
internal sealed record Goods(
    string Key, string Shop, string Origin, string Name, string Category, string? Brand, string Motif, long PriceMinor, string Description,
    IReadOnlyList<Option> Options, IReadOnlyList<Opinion> Opinions)
{
    public static Goods Read(string shop, IReadOnlyList<string> section)
    {
        var head = section[0].Split('|', StringSplitOptions.TrimEntries);
        var marks = section[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var pairs = marks.Where(mark => mark.Contains('=', StringComparison.Ordinal)).Select(mark => mark.Split('=')).ToArray();
        return new Goods(
            head[0], shop, head[1], head[2], marks[0],
            pairs.Where(pair => pair[0] is "brand").Select(pair => pair[1].Replace('_', ' ')).SingleOrDefault(),
            marks.Single(mark => mark[0] == '*')[1..],
            Yuan(marks.Single(mark => mark[0] == '¥')[1..]),
            string.Join("\n\n", section.Skip(2).Where(line => !Opinion.Is(line))),
            [.. pairs.Where(pair => pair[0] is not "brand").Select(pair => Option.Read(pair[0], pair[1]))],
            [.. section.Skip(2).Where(Opinion.Is).Select(line => new Opinion(line[0] - '0', line[2..]))]);
    }

    internal static long Yuan(string text) => (long)(decimal.Parse(text, CultureInfo.InvariantCulture) * 100);
}

/// <summary>Something the buyer chooses, with what each choice adds to the price.</summary>
internal sealed record Option(string Name, IReadOnlyList<(string Value, long ExtraMinor)> Choices)
{
    public static Option Read(string name, string choices) => new(name.Replace('_', ' '), [.. choices.Split(',').Select(choice =>
    {
        var plus = choice.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? (choice.Replace('_', ' '), 0) : (choice[..plus].Replace('_', ' '), Goods.Yuan(choice[(plus + 1)..]));
    })]);
}

/// <summary>A buyer's stars and words.</summary>
internal sealed record Opinion(int Stars, string Words)
{
    public static bool Is(string line) => line.Length > 2 && line[0] is >= '1' and <= '5' && line[1] == ' ';
}
