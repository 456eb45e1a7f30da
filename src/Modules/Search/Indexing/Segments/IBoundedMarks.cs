namespace Sward.Search;

/// <summary>Marks of which several can be bounded by one: whatever raises a rank is in the bound as high as in any of them.</summary>
internal interface IBoundedMarks<TMarks>
{
    TMarks Highest(in TMarks other);
}
