using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Sward.Kernel;

namespace Sward.Tests.Architecture;

/// <summary>Rules about the whole application as it starts.</summary>
public sealed partial class AppTests(OnSqlite app)
{
    private static readonly string Root = ModuleTests.FindRoot();

    [Fact]
    public void Every_endpoint_has_a_name_a_tag_and_a_decision_who_may_call_it() =>
        Assert.Empty(Rules.UndecidedEndpoints(app.Services.GetRequiredService<EndpointDataSource>()));

    [Fact]
    public async Task An_endpoint_nobody_decided_about_is_caught()
    {
        var builder = WebApplication.CreateSlimBuilder();
        await using var sample = builder.Build();
        sample.MapGet("/api/v1/open", () => "everybody");

        Assert.Equal(["/api/v1/open"], Rules.UndecidedEndpoints(((IEndpointRouteBuilder)sample).DataSources.Single()));
    }

    [Fact]
    public void No_two_endpoints_answer_the_same_request() =>
        Assert.Empty(Rules.ClashingEndpoints(app.Services.GetRequiredService<EndpointDataSource>()));

    [Fact]
    public async Task Two_endpoints_for_one_request_are_caught()
    {
        var builder = WebApplication.CreateSlimBuilder();
        await using var sample = builder.Build();
        foreach (var name in (string[])["id", "goodId"])
        {
            sample.MapGet($"/api/v1/goods/{{{name}:long}}", () => "one of two");
        }

        sample.MapPut("/api/v1/goods/{id:long}", (long id) => id);

        Assert.Equal(["GET /api/v1/goods/{:long}"], Rules.ClashingEndpoints(((IEndpointRouteBuilder)sample).DataSources.Single()));
    }

    [Fact]
    public void Names_of_facts_are_unique_and_versioned()
    {
        var names = Events().Select(type => (string)type.GetProperty(nameof(IEvent.Name), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!).ToArray();

        Assert.Equal(names.Distinct(StringComparer.Ordinal).Count(), names.Length);
        Assert.All(names, name => Assert.Matches(@"^[a-z]+\.[a-z-]+\.v[0-9]+$", name));
    }

    [Fact]
    public void No_two_pages_share_an_address_or_a_path()
    {
        var pages = app.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>().ToArray();

        Assert.NotEmpty(pages);
        Assert.Equal(pages.Length, pages.DistinctBy(p => p.AttributeRouteInfo!.Template, StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(pages.Length, pages.DistinctBy(p => p.RelativePath, StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(pages.Length, Directory.GetFiles(Path.Combine(Root, "src"), "*.cshtml", SearchOption.AllDirectories)
            .Count(file => !file.Contains("artifacts", StringComparison.Ordinal) && File.ReadLines(file).FirstOrDefault()?.StartsWith("@page", StringComparison.Ordinal) == true));
    }

    [Fact]
    public void Both_languages_are_complete_and_every_text_used_exists()
    {
        var texts = app.Services.GetRequiredService<Texts>();
        var (zh, en) = (texts.Of("zh-CN"), texts.Of("en"));

        Assert.Equal(zh.Keys.Order(StringComparer.Ordinal), en.Keys.Order(StringComparer.Ordinal));
        Assert.All(zh.Keys, key => Assert.Equal(Placeholder().Count(zh[key]) > 0, Placeholder().Count(en[key]) > 0));
        var used = Directory.GetFiles(Path.Combine(Root, "src"), "*.cs*", SearchOption.AllDirectories)
            .SelectMany(file => TextUse().Matches(File.ReadAllText(file)).Select(match => match.Groups["key"].Value));
        // A key that ends in a dot is continued by a value: some text must begin with it.
        Assert.Empty(used.Distinct(StringComparer.Ordinal).Where(key =>
            key.EndsWith('.') ? !zh.Keys.Any(known => known.StartsWith(key, StringComparison.Ordinal)) : !zh.ContainsKey(key)));
    }

    [Fact]
    public void Every_problem_is_in_the_list_that_clients_read()
    {
        var list = File.ReadAllText(Path.Combine(Root, "docs", "api.md"));

        Assert.Empty(app.Services.GetRequiredService<Texts>().Of("en").Keys.Where(key => key.StartsWith("problem.", StringComparison.Ordinal)
            && !list.Contains($"`{key["problem.".Length..]}`", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Both_databases_have_the_same_migrations_tables_and_columns_and_none_is_missing()
    {
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var target in scope.ServiceProvider.GetServices<MigrationTarget>())
        {
            await using var lite = Model(target.Context, "Sqlite");
            await using var postgres = Model(target.Context, "Postgres");

            Assert.False(lite.Database.HasPendingModelChanges(), $"{target.Module} needs a migration");
            Assert.False(postgres.Database.HasPendingModelChanges(), $"{target.Module} needs a migration for PostgreSQL");
            Assert.Equal(Names(lite), Names(postgres));
            Assert.Equal(Columns(lite), Columns(postgres));
            Assert.All(Identifiers(postgres), name => Assert.True(name.Length <= 63, $"{name} is longer than PostgreSQL keeps"));
        }
    }

    private static IEnumerable<Type> Events() => AppDomain.CurrentDomain.GetAssemblies()
        .Where(a => a.GetName().Name!.StartsWith("Sward.", StringComparison.Ordinal) && a.GetName().Name is not "Sward.Tests")
        .SelectMany(a => a.GetTypes()).Where(type => type.IsClass && type.IsAssignableTo(typeof(IEvent)));

    /// <summary>Names without their time stamps.</summary>
    private static IEnumerable<string> Names(DbContext db) => db.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]);

    private static IEnumerable<string> Columns(DbContext db) => db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables
        .SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name}"))
        // Only PostgreSQL needs to know which transaction wrote a fact.
        .Where(name => !string.Equals(name, "kernel_fact.xid", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Identifiers(DbContext db) => db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.SelectMany(table =>
        table.Columns.Select(c => c.Name).Append(table.Name).Concat(table.Indexes.Select(i => i.Name)).Concat(table.UniqueConstraints.Select(c => c.Name)).Concat(table.ForeignKeyConstraints.Select(f => f.Name)));

    private static DbContext Model(Type context, string provider)
    {
        var type = context.Assembly.GetTypes().Single(t => t.IsSubclassOf(context) && t.Name.EndsWith(provider, StringComparison.Ordinal));
        var options = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
        _ = provider is "Sqlite" ? options.UseSqlite("Data Source=:memory:") : options.UseNpgsql("Host=none");
        return (DbContext)Activator.CreateInstance(type, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, binder: null,
            [options.Options, new ModuleDbServices(TimeProvider.System, new FactBell())], culture: null)!;
    }

    [GeneratedRegex(@"(?<![\w])(T|texts)\[""(?<key>[a-z][a-z0-9.\-]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TextUse();

    [GeneratedRegex(@"\{[0-9]", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}
