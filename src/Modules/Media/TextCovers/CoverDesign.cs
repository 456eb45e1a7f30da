namespace Sward.Media;

/// <summary>How a cover looks: a backdrop of our own SVG, and where and how the words stand on it.</summary>
/// <param name="Key">Permanent: it is stored nowhere, but clients and drafts name it.</param>
/// <param name="Ink">Colour of the words, as in CSS.</param>
/// <param name="LargestSize">Type size of a few words, pixels of the full cover; more words are set smaller.</param>
/// <param name="LinePitch">Distance of lines in type sizes.</param>
internal sealed record CoverDesign(
    string Key, CoverFont Font, string Ink, CoverBox Box, int LargestSize, double LinePitch, CoverAlign Align, CoverStand Stand = CoverStand.Middle)
{
    /// <summary>Colour of a highlighter under every line, or null.</summary>
    public string? Marker { get; init; }

    /// <summary>Colour of the rules on which the lines stand, or null.</summary>
    public string? Rule { get; init; }
}

/// <summary>Where lines begin.</summary>
internal enum CoverAlign
{
    Left,
    Centre,
}

/// <summary>Where the block of words stands in its box.</summary>
internal enum CoverStand
{
    Top,
    Middle,
    Bottom,
}

/// <summary>The two families of every cover; both speak Chinese, Japanese and English.</summary>
internal enum CoverFont
{
    Sans,
    SansBold,
    Serif,
    SerifBold,
}
