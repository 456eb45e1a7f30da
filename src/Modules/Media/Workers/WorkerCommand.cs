using System.Diagnostics;

namespace Sward.Media;

/// <summary>How to start this program again as a worker.</summary>
internal static class WorkerCommand
{
    private const string Program = "Sward.Host";

    /// <summary>Variables a worker needs; the others may hold secrets that have no business beside a stranger's picture.</summary>
    private static readonly string[] Inherited = ["PATH", "HOME", "LANG", "DOTNET_ROOT", "XDG_CACHE_HOME", "FONTCONFIG_PATH", "LD_LIBRARY_PATH"];

    public static ProcessStartInfo For(WorkerMode mode, WorkerLimits limits)
    {
        var start = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        (start.FileName, var dll) = Locate();
        foreach (var argument in (IEnumerable<string>)[.. dll, MediaWorker.Argument, mode.ToString(), .. limits.ToArguments()])
        {
            start.ArgumentList.Add(argument);
        }

        SetEnvironment(start.Environment);
        return start;
    }

    /// <summary>
    /// The running program itself; under a test host, where the entry assembly is somebody else's, the program that was built beside it.
    /// </summary>
    private static (string File, string[] Dll) Locate()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, Program);
        if (File.Exists(beside))
        {
            return (beside, []);
        }

        var runtime = string.Equals(Path.GetFileNameWithoutExtension(Environment.ProcessPath), "dotnet", StringComparison.Ordinal)
            ? Environment.ProcessPath!
            : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        return (runtime, [beside + ".dll"]);
    }

    private static void SetEnvironment(IDictionary<string, string?> environment)
    {
        var kept = Inherited.Where(environment.ContainsKey).ToDictionary(name => name, name => environment[name], StringComparer.Ordinal);
        environment.Clear();
        foreach (var (name, value) in kept)
        {
            environment[name] = value;
        }

        // Start fast and stay small: no server heaps, no profile-guided recompilation, no double-mapped code, nothing that listens.
        environment["DOTNET_gcServer"] = "0";
        environment["DOTNET_TieredPGO"] = "0";
        environment["DOTNET_EnableWriteXorExecute"] = "0";
        environment["DOTNET_EnableDiagnostics"] = "0";
        environment["VIPS_WARNING"] = "0";
    }
}
