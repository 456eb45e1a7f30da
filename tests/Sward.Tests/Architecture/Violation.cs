using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Sward.Tests.Architecture;

/// <summary>Compiles a small source from the Violations folder that breaks exactly one rule.</summary>
internal static class Violation
{
    public static byte[] Compile(string file)
    {
        var source = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Violations", file));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("Violation", [CSharpSyntaxTree.ParseText(source, cancellationToken: AppFixture.Ct)], references, new(OutputKind.DynamicallyLinkedLibrary));
        using var dll = new MemoryStream();
        var result = compilation.Emit(dll, cancellationToken: AppFixture.Ct);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return dll.ToArray();
    }
}
