using Sward.Mall.Catalog;

namespace Sward.Mall.Courses;

/// <summary>One lesson of a course: a text with pictures.</summary>
internal sealed class Lesson
{
    public const int MaxTitle = 120;
    public const int MaxText = 20_000;
    public const int MaxPictures = 18;

    public long Id { get; init; }
    public long ProductId { get; init; }

    /// <summary>Its place in the course, counted from 1; without gaps.</summary>
    public int Position { get; set; }
    public required string Title { get; set; }
    public required string Text { get; set; }
    public IReadOnlyList<long> PictureIds { get; set; } = [];

    /// <summary>Everybody may read it.</summary>
    public bool IsSample { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Lesson>
    {
        public void Configure(EntityTypeBuilder<Lesson> lesson)
        {
            lesson.Property(l => l.Id).ValueGeneratedNever();
            lesson.Property(l => l.Title).HasMaxLength(MaxTitle);
            lesson.Property(l => l.Text).HasMaxLength(MaxText);
            lesson.HasOne<Product>().WithMany().HasForeignKey(l => l.ProductId).OnDelete(DeleteBehavior.Restrict);
            lesson.HasIndex(l => new { l.ProductId, l.Position });
        }
    }
}
