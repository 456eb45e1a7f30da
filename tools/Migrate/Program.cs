using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;
using Sward.Kernel;
using Sward.Migrate;

// Called by bin/migrate, which has built the module and checked the words: FOLDER ASSEMBLY add NAME | FOLDER ASSEMBLY reset
var (folder, file, reset) = (args[0], args[1], args[2] is "reset");
var name = reset ? "Initial" : args[3];
var module = Assembly.LoadFrom(Path.GetFullPath(file));
foreach (var provider in new[] { "Sqlite", "Postgres" })
{
    var target = Path.Combine(folder, "Migrations", provider);
    await using var db = Open(provider);
    var services = new DesignTimeServicesBuilder(module, module, new OperationReporter(handler: null), []).Build(db);
    await using var scope = services.CreateAsyncScope();
    var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
    var migration = scaffolder.ScaffoldMigration(name, module.GetName().Name, $"Migrations.{provider}", "C#");
    if (reset && Directory.Exists(target))
    {
        Directory.Delete(target, recursive: true);
    }

    Directory.CreateDirectory(target);
    File.WriteAllText(Path.Combine(target, $"{migration.MigrationId}.cs"), migration.MigrationCode);
    File.WriteAllText(Path.Combine(target, $"{migration.MigrationId}.Designer.cs"), migration.MetadataCode);
    File.WriteAllText(Path.Combine(target, $"{migration.SnapshotName}.cs"), migration.SnapshotCode);
    Console.WriteLine($"{target}/{migration.MigrationId}.cs");
}

DbContext Open(string provider)
{
    var type = module.DefinedTypes.Single(t => t.IsSubclassOf(typeof(ModuleDb)) && t.Name.EndsWith($"Db{provider}", StringComparison.Ordinal));
    var options = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
    options = provider is "Sqlite" ? options.UseSqlite("Data Source=:memory:") : options.UseNpgsql("Host=none");
    options.ReplaceService<IMigrationsIdGenerator, SameIdOnBoth>();
    if (reset)
    {
        options.ReplaceService<IMigrationsAssembly, NothingYet>();
    }

    return (DbContext)Activator.CreateInstance(type, options.Options, new ModuleDbServices(TimeProvider.System, new FactBell()))!;
}
