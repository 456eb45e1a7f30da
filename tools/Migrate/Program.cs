using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;
using Sward.Kernel;

// migrate add MODULE NAME   writes a migration for both databases
// migrate reset MODULE      replaces all migrations of the module by one named Initial; only until the first release
if (args is not (["add", _, _] or ["reset", _]))
{
    Console.Error.WriteLine("usage: migrate add MODULE NAME | migrate reset MODULE");
    return 2;
}

var (module, name) = (args[1], args.Length == 3 ? args[2] : "Initial");
var assembly = Assembly.Load($"Sward.{module}");
var folder = Path.GetFullPath(module is "Kernel" ? "src/Kernel" : $"src/Modules/{module}");
var types = assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ModuleDb)) && !t.IsAbstract).ToArray();
foreach (var provider in new[] { "Sqlite", "Postgres" })
{
    var context = types.Single(t => t.Name.EndsWith($"Db{provider}", StringComparison.Ordinal));
    var migrations = Path.Combine(folder, "Migrations", provider);
    if (args[0] is "reset" && Directory.Exists(migrations))
    {
        Directory.Delete(migrations, recursive: true);
    }

    using var db = Create(context, provider);
    var design = new DesignTimeServicesBuilder(assembly, assembly, new OperationReporter(handler: null), []).Build(db);
    await using var scope = design.CreateAsyncScope();
    var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
    var migration = scaffolder.ScaffoldMigration(name, $"Sward.{module}", $"Migrations.{provider}", "C#");
    // One id for both databases, so that histories compare.
    var files = scaffolder.Save(folder, migration, migrations, dryRun: false);
    Console.WriteLine(Path.GetRelativePath(".", files.MigrationFile!));
}

return 0;

DbContext Create(Type context, string provider)
{
    var options = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(context))!;
    var history = $"{module.ToLowerInvariant()}_migration";
    _ = provider is "Sqlite"
        ? options.UseSqlite("Data Source=:memory:", lite => lite.MigrationsHistoryTable(history))
        : options.UseNpgsql("Host=none", npgsql => npgsql.MigrationsHistoryTable(history));
    if (args[0] is "reset")
    {
        // Compiled migrations of before must not count as the state to compare with.
        options.ReplaceService<Microsoft.EntityFrameworkCore.Migrations.IMigrationsAssembly, NoMigrations>();
    }

    return (DbContext)Activator.CreateInstance(context, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, binder: null,
        [options.Options, new ModuleDbServices(TimeProvider.System, new FactBell())], culture: null)!;
}
