namespace Sward.Kernel;

/// <summary>Who is let in, by the names that endpoints and pages ask for.</summary>
public static class Policies
{
    /// <summary>Those who run the installation.</summary>
    public const string Operator = "operator";
}
