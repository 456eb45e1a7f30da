namespace Sward.Search;

/// <summary>A point in time as marks keep it: one number, the same in every file.</summary>
/// <param name="Seconds">Since 1970, UTC.</param>
internal readonly record struct Moment(long Seconds)
{
    public Moment(DateTimeOffset at)
        : this(at.ToUnixTimeSeconds())
    {
    }
}
