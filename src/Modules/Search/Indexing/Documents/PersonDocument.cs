namespace Sward.Search;

/// <summary>What order needs of an account.</summary>
internal readonly record struct PersonMarks(long AccountId, int Followers) : IBoundedMarks<PersonMarks>
{
    public PersonMarks Highest(in PersonMarks other) => this with { Followers = Math.Max(Followers, other.Followers) };
}

/// <summary>An account as search keeps it.</summary>
internal sealed class PersonDocument : Document<PersonMarks>
{
    [Personal]
    public string Handle { get; private set; } = "";

    [Personal]
    public string Nickname { get; private set; } = "";

    [Personal]
    public string Bio { get; private set; } = "";

    public int FollowerCount { get; set; }

    public override bool IsFindable => true;

    private string Sound => Pinyin.Of(Fold.Text(Nickname)) ?? "";

    public void Write(string handle, string nickname, string? bio)
    {
        (Handle, Nickname, Bio) = (handle, nickname, bio ?? "");
        TextVersion++;
    }

    public override PersonMarks ToMarks() => new(Id, FollowerCount);

    public override IEnumerable<FieldText> ToFields() =>
    [
        new(Field.Title, Nickname),
        new(Field.Topics, Handle),
        new(Field.Goods, string.Join(' ', [Sound, .. Beginnings($"{Nickname} {Handle} {Sound}")])),
        new(Field.Body, Bio),
    ];

    /// <summary>People type half of a name: "mei" finds "meilin", and 美琳 too.</summary>
    private static IEnumerable<string> Beginnings(string names) =>
        from word in names.Split([' ', '_', '.', '-'], StringSplitOptions.RemoveEmptyEntries)
        from length in Enumerable.Range(2, Math.Max(0, word.Length - 2))
        where char.IsAsciiLetterOrDigit(word[length - 1])
        select word[..length];

    internal sealed class Mapping : IEntityTypeConfiguration<PersonDocument>
    {
        public void Configure(EntityTypeBuilder<PersonDocument> builder) => Configure<PersonDocument>(builder);
    }
}
