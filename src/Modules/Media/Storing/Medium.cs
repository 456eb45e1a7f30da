using System.Security.Cryptography;
using Sward.Contracts.Media;

namespace Sward.Media;

/// <summary>A stored picture. Its files lie under its id; the upload itself is not kept, because it knows where and with what it was taken.</summary>
internal sealed class Medium
{
    public const int AltLength = 500;

    public long Id { get; init; }

    [Personal]
    public long OwnerId { get; init; }

    /// <summary>Its address: 128 random bits, hexadecimal. It changes when fewer people may see the picture, so that copies of the old address lead nowhere.</summary>
    public required string Token { get; set; }

    public int Width { get; init; }

    public int Height { get; init; }

    public required string Blurhash { get; init; }

    public required string Preview { get; init; }

    [Personal]
    public string? Alt { get; set; }

    /// <summary>Widths of the renditions, ascending; each exists in every format.</summary>
    public required List<int> Widths { get; init; }

    /// <summary>Since when nothing uses it; null while something does.</summary>
    public DateTimeOffset? UnclaimedSince { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public static Medium Of(Picture picture, long id, long ownerId, string? alt, DateTimeOffset now) => new()
    {
        Id = id,
        OwnerId = ownerId,
        Token = NewToken(),
        Width = picture.Width,
        Height = picture.Height,
        Blurhash = picture.Blurhash,
        Preview = picture.Preview,
        Alt = PlainText.LineOrNull(alt),
        Widths = [.. picture.Renditions.Select(r => r.Width).Distinct().Order()],
        UnclaimedSince = now,
        CreatedAt = now,
    };

    public static string NewToken() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Pictures are processed while their upload waits, so a stored one is always ready.</summary>
    public MediaCard ToCard() => new(
        Id, OwnerId, "picture", "ready", Width, Height, Blurhash, Preview, Alt,
        [.. Enum.GetValues<PictureFormat>().SelectMany(format => Widths.Select(width => Variant(format, width)))]);

    private MediaVariant Variant(PictureFormat format, int width) => new($"/media/{Token}/{format.FileName(width)}", width, format.ContentType());

    internal sealed class Mapping : IEntityTypeConfiguration<Medium>
    {
        public void Configure(EntityTypeBuilder<Medium> builder)
        {
            builder.Property(m => m.Id).ValueGeneratedNever();
            builder.Property(m => m.Token).HasMaxLength(32);
            builder.Property(m => m.Blurhash).HasMaxLength(100);
            builder.Property(m => m.Preview).HasMaxLength(4000);
            builder.Property(m => m.Alt).HasMaxLength(AltLength);
            builder.HasIndex(m => m.Token).IsUnique();
            builder.HasIndex(m => m.UnclaimedSince);
        }
    }
}
