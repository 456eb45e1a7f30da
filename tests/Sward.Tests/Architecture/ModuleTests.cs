using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Sward.Tests.Architecture;

/// <summary>Who may know whom.</summary>
public sealed class ModuleTests
{
    private static readonly string Root = FindRoot();

    /// <summary>The map of docs/architecture.md: whose contracts a module reads. A new edge is a decision and stands in the same commit as its reason.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Accounts"] = ["Media", "Notes", "Pages", "Town"],
        ["Media"] = ["Accounts", "Notes", "Town"],
        ["Notes"] = ["Accounts", "Discovery", "Mall", "Media", "Pages", "Town"],
        ["Discovery"] = ["Accounts", "Mall", "Media", "Notes", "Pages", "Safety", "Search", "Town"],
        ["Search"] = ["Accounts", "Discovery", "Mall", "Media", "Notes", "Pages", "Town"],
        ["Mall"] = ["Accounts", "Discovery", "Media", "Notes", "Pages", "Town"],
        ["Inbox"] = ["Accounts", "Mall", "Media", "Notes", "Pages", "Safety", "Town"],
        ["Safety"] = ["Accounts", "Mall", "Media", "Notes"],
    };

    public static TheoryData<string> Modules => [.. Directory.GetDirectories(Path.Combine(Root, "src", "Modules")).Select(d => Path.GetFileName(d)!)];

    [Theory, MemberData(nameof(Modules))]
    public void A_module_project_adds_no_reference_of_its_own(string module) =>
        Assert.Empty(XDocument.Load(Path.Combine(Root, "src", "Modules", module, $"{module}.csproj")).Descendants("ProjectReference"));

    [Theory, MemberData(nameof(Modules))]
    public void A_module_refers_to_no_other_module(string module) => Assert.Empty(Rules.ModulesReferred(Dll(module)));

    [Theory, MemberData(nameof(Modules))]
    public void A_module_shows_the_world_nothing_but_its_door(string module) => Assert.Empty(Rules.ShownBesidesItsDoor(Dll(module), module));

    [Theory, MemberData(nameof(Modules))]
    public void A_module_reads_only_the_contracts_on_the_map(string module) =>
        Assert.Empty(Rules.ContractsUsed(Dll(module), module).Except(Allowed[module], StringComparer.Ordinal));

    [Fact]
    public void Contracts_expose_no_database() => Assert.Empty(Rules.DatabaseUsed(Dll("Contracts")));

    [Fact]
    public void The_price_engine_needs_neither_a_database_nor_the_web() =>
        Assert.Empty(Pure.ErrorsOf(Directory.GetFiles(Path.Combine(Root, "src", "Modules", "Mall", "Pricing"), "*.cs", SearchOption.AllDirectories)));

    [Fact]
    public void Each_rule_catches_its_violation()
    {
        Assert.Equal(["Sward.Sample.Helper"], Rules.ShownBesidesItsDoor(Violation.Compile("PublicHelper.cs"), "Sample"));
        Assert.Equal(["Mall"], Rules.ContractsUsed(Violation.Compile("ReadsForeignContract.cs"), "Sample"));
        Assert.Contains("Sward.Accounts", Rules.ModulesReferred(Violation.Compile("KnowsAnotherModule.cs")));
        Assert.Contains("Microsoft.EntityFrameworkCore", Rules.DatabaseUsed(Violation.Compile("ContractWithQueryable.cs")));
        Assert.NotEmpty(Pure.ErrorsOf(Path.Combine(AppContext.BaseDirectory, "Violations", "PricingWithDatabase.cs")));
    }

    internal static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    private static byte[] Dll(string project) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, $"Sward.{project}.dll"));
}
