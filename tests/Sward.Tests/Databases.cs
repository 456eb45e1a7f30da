using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Sward.Tests;

/// <summary>The application on SQLite.</summary>
public sealed class OnSqlite : AppFixture
{
    private const string FileName = "sward.db";
    private static readonly string Template = Path.Combine(Path.GetTempPath(), $"sward-test-{Guid.NewGuid():N}.db");

    protected override AppFixture NewOfKind() => new OnSqlite();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        if (File.Exists(Template))
        {
            Directory.CreateDirectory(DataPath());
            File.Copy(Template, DataPath(FileName));
        }

        base.ConfigureWebHost(builder);
    }

    protected override void KeepAsTemplate()
    {
        using var connection = new SqliteConnection($"Data Source={DataPath(FileName)}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $file";
        command.Parameters.AddWithValue("$file", Template);
        command.ExecuteNonQuery();
    }

    protected override void DropTemplate() => File.Delete(Template);
}

/// <summary>The application on PostgreSQL, when a server is named in SWARD_TEST_POSTGRES.</summary>
public sealed class OnPostgres : AppFixture
{
    private static readonly string? ServerAddress = Environment.GetEnvironmentVariable("SWARD_TEST_POSTGRES");
    private static string template = "template1";
    private readonly string database = $"sward_{Guid.NewGuid():N}";
    private bool created;

    protected override bool IsAvailable => ServerAddress is not null;

    protected override AppFixture NewOfKind() => new OnPostgres();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        Assert.SkipWhen(ServerAddress is null, "Set SWARD_TEST_POSTGRES to a server's connection string.");
        Execute($"CREATE DATABASE {database} TEMPLATE {template}");
        created = true;
        builder.UseSetting("ConnectionStrings:Postgres", $"{ServerAddress};Database={database};Maximum Pool Size=30");
        base.ConfigureWebHost(builder);
    }

    protected override void KeepAsTemplate()
    {
        // Whoever begins with the copy is the first node.
        Execute("DELETE FROM kernel_node", database);
        (template, created) = (database, false);
    }

    protected override void DropTemplate() => Execute($"DROP DATABASE IF EXISTS {template} WITH (FORCE)");

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        NpgsqlConnection.ClearAllPools();
        if (created)
        {
            Execute($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
        }
    }

    private static void Execute(string sql, string inDatabase = "postgres")
    {
        using var connection = new NpgsqlConnection($"{ServerAddress};Database={inDatabase};Pooling=false");
        connection.Open();
#pragma warning disable CA2100 // Names are made above from Guids.
        using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
