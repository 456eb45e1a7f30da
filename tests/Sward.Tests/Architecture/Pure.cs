using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Sward.Tests.Architecture;

/// <summary>Compiles sources by themselves, with nothing but the runtime at hand: what needs a database or the web does not get through.</summary>
internal static class Pure
{
    private const string GlobalUsings = "global using System; global using System.Collections.Generic; global using System.Linq;";

    public static IReadOnlyList<string> ErrorsOf(params IEnumerable<string> files)
    {
        var runtime = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)).Select(path => MetadataReference.CreateFromFile(path));
        var sources = files.Select(File.ReadAllText).Append(GlobalUsings).Select(source => CSharpSyntaxTree.ParseText(source, cancellationToken: AppFixture.Ct));
        var compilation = CSharpCompilation.Create("Pure", sources, runtime, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return [.. compilation.GetDiagnostics(AppFixture.Ct).Where(found => found.Severity is DiagnosticSeverity.Error).Select(found => found.ToString())];
    }
}
