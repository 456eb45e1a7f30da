using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Sward.Tests;

/// <summary>Asks the database how it would answer a query, and names what must not be in the answer.</summary>
internal static class QueryPlans
{
    private const int SortableRows = 200;

    /// <summary>What is wrong with the query's plan: whole tables read, or more sorted than a page. Empty when every step is led by an index.</summary>
    public static async Task<IReadOnlyList<string>> FaultsOfAsync<T>(this DbContext db, IQueryable<T> query)
    {
        await db.Database.OpenConnectionAsync(AppFixture.Ct);
        try
        {
            await using var command = query.CreateDbCommand();
            return db.Database.IsSqlite() ? await OnSqliteAsync(command) : await OnPostgresAsync(command);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

#pragma warning disable CA2100 // The text is EF's own.
    private static async Task<IReadOnlyList<string>> OnSqliteAsync(DbCommand command)
    {
        command.CommandText = $"EXPLAIN QUERY PLAN {command.CommandText}";
        var faults = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(AppFixture.Ct);
        while (await reader.ReadAsync(AppFixture.Ct))
        {
            var step = reader.GetString(3);
            // A list that came as a parameter is a virtual table and is read whole.
            if ((step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal)) || step.Contains("TEMP B-TREE", StringComparison.Ordinal))
            {
                faults.Add(step);
            }
        }

        return faults;
    }

    private static async Task<IReadOnlyList<string>> OnPostgresAsync(DbCommand command)
    {
        await using (var setting = command.Connection!.CreateCommand())
        {
            setting.CommandText = "SET enable_seqscan = off";
            await setting.ExecuteNonQueryAsync(AppFixture.Ct);
        }

        command.CommandText = $"EXPLAIN (ANALYZE, FORMAT JSON) {command.CommandText}";
        var plan = JsonSerializer.Deserialize<JsonElement>((string)(await command.ExecuteScalarAsync(AppFixture.Ct))!);
        return [.. FaultsOf(plan[0].GetProperty("Plan"))];
    }
#pragma warning restore CA2100

    private static IEnumerable<string> FaultsOf(JsonElement node)
    {
        JsonElement[] inner = node.TryGetProperty("Plans", out var plans) ? [.. plans.EnumerateArray()] : [];
        var type = node.GetProperty("Node Type").GetString()!;
        var readsAll = type is "Seq Scan" || (type is "Index Scan" or "Index Only Scan" && !node.TryGetProperty("Index Cond", out _));
        if (readsAll || (type.EndsWith("Sort", StringComparison.Ordinal) && inner[0].GetProperty("Actual Rows").GetDouble() > SortableRows))
        {
            yield return node.ToString();
        }

        foreach (var fault in inner.SelectMany(FaultsOf))
        {
            yield return fault;
        }
    }
}
