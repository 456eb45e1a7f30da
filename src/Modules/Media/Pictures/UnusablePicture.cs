namespace Sward.Media;

/// <summary>An upload that cannot become a picture; <see cref="Code"/> is the stable code of the problem its sender gets.</summary>
internal sealed class UnusablePicture(string code) : Exception(code)
{
    public string Code { get; } = code;
}
