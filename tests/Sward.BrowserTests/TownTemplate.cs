using System.Security.Cryptography;
using System.Text;

namespace Sward.BrowserTests;

/// <summary>A data folder with the demo town in it, planted once and kept until what plants it changes: drawing nine hundred pictures takes minutes.</summary>
internal static class TownTemplate
{
    public const string Accounts = "demo-accounts.json";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    public static async Task CopyToAsync(string folder)
    {
        var template = Repository.Path($"artifacts/town/{await KeyAsync()}");
        if (!File.Exists(Path.Combine(template, Accounts)))
        {
            if (Directory.Exists(Repository.Path("artifacts/town")))
            {
                Directory.Delete(Repository.Path("artifacts/town"), recursive: true);
            }

            await using var host = await HostProcess.StartAsync(template, ["--Town:Plant=true"], Patience);
        }

        foreach (var file in Directory.EnumerateFiles(template, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(template, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>Stands for the generator, the parts of the modules that plant, and the tables they plant in.</summary>
    private static async Task<string> KeyAsync()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories).Where(IsPartOfTown).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file));
            hash.AppendData(await File.ReadAllBytesAsync(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static bool IsPartOfTown(string file) =>
        file.Contains("Town", StringComparison.Ordinal) || file.Contains("/Migrations/", StringComparison.Ordinal);
}
