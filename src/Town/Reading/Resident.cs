namespace Sward.Town;

/// <summary>Somebody's file: who they are, and their notes from the oldest to the newest.</summary>
/// <remarks>
/// <code>
/// nickname | region | avatar | interests | role (reader, merchant, operator; only for the three printed sign-ins)
/// bio
///
/// ## title of a note
/// channel *motif #topic @place +goods !goods they bought
/// paragraphs
/// > somebody asks
/// &lt; the author answers
/// </code>
/// </remarks>
internal sealed record Resident(
    string Handle, string Nickname, string Bio, string Region, string Language, string Avatar, IReadOnlyList<string> Interests, string? Role,
    IReadOnlyList<NoteText> Notes)
{
    public static IReadOnlyList<Resident> All { get; } = [.. ReadAll("zh", "zh-CN"), .. ReadAll("en", "en")];

    private static IEnumerable<Resident> ReadAll(string folder, string language) => Shelf.Read(folder).Select(file =>
    {
        var sections = Shelf.Sections(file.Lines);
        var head = sections[0][0].Split('|', StringSplitOptions.TrimEntries);
        return new Resident(
            file.Name, head[0], sections[0][1], head[1], language, head[2], head[3].Split(' '), head.ElementAtOrDefault(4),
            [.. sections.Skip(1).Select(NoteText.Read)]);
    });
}

/// <summary>A note as its author wrote it. Without motifs it is a text note.</summary>
internal sealed record NoteText(
    string Title, string Body, string Channel, IReadOnlyList<string> Motifs, IReadOnlyList<string> Topics, string? Place, IReadOnlyList<string> Goods,
    string? Bought, IReadOnlyList<Remark> Remarks)
{
    public static NoteText Read(IReadOnlyList<string> section)
    {
        var marks = section[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var bought = Marked(marks, '!').SingleOrDefault();
        return new NoteText(
            section[0],
            string.Join("\n\n", section.Skip(2).Where(line => line[0] is not ('>' or '<'))),
            marks[0],
            Marked(marks, '*'), Marked(marks, '#'), Marked(marks, '@').SingleOrDefault(),
            bought is null ? Marked(marks, '+') : [bought, .. Marked(marks, '+')],
            bought,
            Remark.Read(section.Skip(2)));
    }

    private static string[] Marked(string[] marks, char sign) => [.. marks.Where(mark => mark[0] == sign).Select(mark => mark[1..].Replace('_', ' '))];
}

/// <summary>Something said under a note, and what the author says to it.</summary>
internal sealed record Remark(string Comment, string? Answer)
{
    public static IReadOnlyList<Remark> Read(IEnumerable<string> lines)
    {
        var remarks = new List<Remark>();
        foreach (var line in lines)
        {
            if (line[0] == '>')
            {
                remarks.Add(new Remark(line[1..].Trim(), Answer: null));
            }
            else if (line[0] == '<')
            {
                remarks[^1] = remarks[^1] with { Answer = line[1..].Trim() };
            }
        }

        return remarks;
    }
}
