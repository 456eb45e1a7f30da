using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Sward.Kernel;

/// <summary>Insert-unless-there, the statement that decides most races.</summary>
public static class InsertOnceExtensions
{
    /// <summary>Inserts the row unless one of its unique keys is taken; says whether it was new. The same SQL on both databases.</summary>
    public static async Task<bool> InsertOnceAsync<T>(this DbContext db, T row, CancellationToken ct) where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T)} is not mapped.");
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            var columns = new List<string>();
            foreach (var property in entity.GetProperties().Where(p => !p.IsShadowProperty()))
            {
                var value = property.PropertyInfo!.GetValue(row);
                command.Parameters.Add(property.GetRelationalTypeMapping().CreateParameter(command, $"p{columns.Count}", value, property.IsNullable));
                // Quoted: "transaction" is a word of SQL too.
                columns.Add($"\"{property.GetColumnName()}\"");
            }

#pragma warning disable CA2100 // Names come from our own model, values are parameters.
            command.CommandText = $"""
                INSERT INTO {entity.GetTableName()} ({string.Join(", ", columns)})
                VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))}) ON CONFLICT DO NOTHING
                """;
#pragma warning restore CA2100
            return await command.ExecuteNonQueryAsync(ct) == 1;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
