namespace Sward.Notes;

/// <summary>What a note is made of.</summary>
internal enum NoteKind
{
    Picture,
    Text,
}

/// <summary>Who may see a note; <see cref="NoteVisibility"/> is the rule.</summary>
internal enum Visibility
{
    Public,
    Followers,
    Friends,
    Private,

    /// <summary>People whom the author named, and nobody else.</summary>
    Chosen,
}

/// <summary>Who may comment on a note, out of those who see it.</summary>
internal enum Commenters
{
    Everyone,
    Followers,
    Friends,
    Nobody,
}

/// <summary>What the author got for the note; anything but <see cref="None"/> is shown beside it.</summary>
internal enum Disclosure
{
    None,

    /// <summary>The goods were a gift.</summary>
    GiftDeclared,

    /// <summary>A brand paid for the note.</summary>
    Cooperation,

    /// <summary>The author earns from what is bought through the note.</summary>
    Commission,
}

/// <summary>Spells the choices as the API and other modules do: <c>giftDeclared</c>.</summary>
internal static class ChoiceWords
{
    public static string Word<T>(this T choice) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(choice.ToString());
}
