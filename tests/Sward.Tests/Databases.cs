using Microsoft.AspNetCore.Hosting;
using Npgsql;

namespace Sward.Tests;

/// <summary>The application on SQLite.</summary>
public sealed class OnSqlite : AppFixture
{
    protected override AppFixture NewOfKind() => new OnSqlite();
}

/// <summary>The application on PostgreSQL, when a server is named in SWARD_TEST_POSTGRES.</summary>
public sealed class OnPostgres : AppFixture
{
    private static readonly string? ServerAddress = Environment.GetEnvironmentVariable("SWARD_TEST_POSTGRES");
    private readonly string database = $"sward_{Guid.NewGuid():N}";
    private bool created;

    protected override bool IsAvailable => ServerAddress is not null;

    protected override AppFixture NewOfKind() => new OnPostgres();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        Assert.SkipWhen(ServerAddress is null, "Set SWARD_TEST_POSTGRES to a server's connection string.");
        Execute($"CREATE DATABASE {database}");
        created = true;
        builder.UseSetting("ConnectionStrings:Postgres", $"{ServerAddress};Database={database};Maximum Pool Size=30");
        base.ConfigureWebHost(builder);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (created)
        {
            NpgsqlConnection.ClearAllPools();
            Execute($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
        }
    }

    private static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection($"{ServerAddress};Database=postgres");
        connection.Open();
#pragma warning disable CA2100 // The name is made above from a Guid.
        using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
