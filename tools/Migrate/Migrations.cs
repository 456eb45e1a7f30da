using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Internal;

namespace Sward.Migrate;

/// <summary>Both databases list a migration under the same id, however long the first took to write.</summary>
internal sealed class SameIdOnBoth : MigrationsIdGenerator
{
    private static readonly string Now = TimeProvider.System.GetUtcNow().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    public override string GenerateId(string name) => $"{Now}_{name}";
}

/// <summary>A module as if it had no migrations, so that the next one describes all of it.</summary>
internal sealed class NothingYet(ICurrentDbContext context) : IMigrationsAssembly
{
    public IReadOnlyDictionary<string, TypeInfo> Migrations { get; } = new Dictionary<string, TypeInfo>(StringComparer.Ordinal);

    public ModelSnapshot? ModelSnapshot => null;

    public Assembly Assembly => context.Context.GetType().Assembly;

    public string? FindMigrationId(string nameOrId) => null;

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider) => throw new NotSupportedException("There is none to create.");
}
