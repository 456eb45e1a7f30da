using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Sward.Kernel;

/// <summary>Gives every table, column, key and index the same snake_case name on both databases.</summary>
internal static partial class Names
{
    public static void Apply(ModelBuilder modelBuilder, string module)
    {
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            // The kernel's tables are mapped in every module's context and carry their prefix in the mapping.
            if (entity.GetTableName() is { } table && !table.StartsWith("kernel_", StringComparison.Ordinal))
            {
                entity.SetTableName($"{module}_{Snake(entity.ClrType.Name)}");
            }

            NameColumns(entity, prefix: "");
            foreach (var key in entity.GetKeys())
            {
                key.SetName(Snake(key.GetName()!));
            }

            foreach (var key in entity.GetForeignKeys())
            {
                key.SetConstraintName(Snake(key.GetConstraintName()!));
            }

            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName(Snake(index.GetDatabaseName()!));
            }
        }
    }

    public static string Snake(string name) => WordStart().Replace(name, "_").ToLowerInvariant();

    private static void NameColumns(IMutableTypeBase type, string prefix)
    {
        foreach (var property in type.GetDeclaredProperties())
        {
            property.SetColumnName(prefix + Snake(property.Name));
        }

        foreach (var part in type.GetDeclaredComplexProperties())
        {
            NameColumns(part.ComplexType, $"{prefix}{Snake(part.Name)}_");
        }
    }

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WordStart();
}
