using System.Globalization;
using System.Text;

namespace Sward.Notes;

/// <summary>A place that notes were made at: the same name within about a kilometre is the same place.</summary>
internal sealed class Place
{
    public long Id { get; init; }

    /// <summary>Compared by this: folded name and position in hundredths of a degree.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    /// <summary>Degrees, rounded to about a hundred metres; null when the author gave only a name.</summary>
    public double? Lat { get; init; }

    /// <inheritdoc cref="Lat"/>
    public double? Lng { get; init; }

    public int NoteCount { get; set; }

    public static Place From(long id, Note.PlaceContent content)
    {
        var name = PlainText.Line(content.Name);
        var folded = name.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        if (content is not { Lat: { } lat, Lng: { } lng })
        {
            return new Place { Id = id, Key = folded, Name = name };
        }

        return new Place
        {
            Id = id,
            Key = string.Create(CultureInfo.InvariantCulture, $"{folded}@{lat:F2},{lng:F2}"),
            Name = name,
            Lat = Math.Round(lat, 3),
            Lng = Math.Round(lng, 3),
        };
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Place>
    {
        public void Configure(EntityTypeBuilder<Place> place)
        {
            place.Property(p => p.Id).ValueGeneratedNever();
            place.Property(p => p.Key).HasMaxLength(1_200);
            place.Property(p => p.Name).HasMaxLength(60);
            place.HasIndex(p => p.Key).IsUnique();
        }
    }
}
