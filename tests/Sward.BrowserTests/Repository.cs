namespace Sward.BrowserTests;

/// <summary>Where the checked-out tree is.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot(AppContext.BaseDirectory);

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    private static string FindRoot(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "Sward.slnx")) ? folder : FindRoot(System.IO.Path.GetDirectoryName(folder)!);
}
