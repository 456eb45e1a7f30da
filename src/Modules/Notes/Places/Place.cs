using System.Globalization;
using System.Text;

namespace Sward.Notes;

/// <summary>A place that notes were made at: the same name within about a kilometre is the same place. Where exactly is known by each note for itself.</summary>
internal sealed class Place
{
    public long Id { get; init; }

    /// <summary>Compared by this: folded name and position in hundredths of a degree.</summary>
    public required string Key { get; init; }

    [Personal]
    public required string Name { get; init; }

    /// <summary>Public notes made here.</summary>
    public int NoteCount { get; set; }

    public static Place From(long id, Note.PlaceContent content)
    {
        var folded = content.Name.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var key = content is { Lat: { } lat, Lng: { } lng } ? string.Create(CultureInfo.InvariantCulture, $"{folded}@{lat:F2},{lng:F2}") : folded;
        return new Place { Id = id, Key = key, Name = content.Name };
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
