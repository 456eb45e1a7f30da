using Npgsql;

namespace Sward.Tests.Mall;

/// <summary>A PostgreSQL database for programs that a test starts, dropped afterwards.</summary>
internal sealed class OwnDatabase : IAsyncDisposable
{
    private readonly string server;
    private readonly string name = $"sward_{Guid.NewGuid():N}";

    private OwnDatabase(string server) => this.server = server;

    public string ConnectionString => $"{server};Database={name};Maximum Pool Size=20";

    public static async Task<OwnDatabase> CreateAsync(string server)
    {
        var own = new OwnDatabase(server);
        await own.ExecuteAsync($"CREATE DATABASE {own.name}");
        return own;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{server};Database=postgres");
        await connection.OpenAsync(AppFixture.Ct);
#pragma warning disable CA2100 // The name is made above from a Guid.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(AppFixture.Ct);
    }
}
