using System.Text.Json;
using Npgsql;

namespace Sward.BrowserTests;

/// <summary>A running Sward, one for all journeys on a database.</summary>
public abstract class RunningSward : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private HostProcess? host;

    public Uri Address => host?.Address ?? throw new InvalidOperationException("Sward is not running.");

    /// <summary>Makes the guest somebody who runs this Sward.</summary>
    public abstract Task BecomeOperatorAsync(Guest guest);

    protected string Data { get; } = Directory.CreateTempSubdirectory("sward-browser-").FullName;

    public abstract ValueTask InitializeAsync();

    public virtual async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }

        Directory.Delete(Data, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>What the Host has printed with this in it.</summary>
    protected string Said(string text) => host!.Said(text);

    protected async Task StartAsync(params string[] settings) => host = await HostProcess.StartAsync(Data, settings, Patience);
}

/// <summary>Sward on SQLite with the demo town.</summary>
public sealed class OnSqlite : RunningSward
{
    public override async ValueTask InitializeAsync()
    {
        await TownTemplate.CopyToAsync(Data);
        await StartAsync();
    }

    public override async Task BecomeOperatorAsync(Guest guest) => await guest.SignInAsync(await DemoAccountAsync("operator"));

    /// <summary>A sign-in of the demo town by what the person does there: reader, merchant or operator.</summary>
    public async Task<DemoAccount> DemoAccountAsync(string role)
    {
        await using var file = File.OpenRead(Path.Combine(Data, TownTemplate.Accounts));
        var accounts = await JsonSerializer.DeserializeAsync<DemoAccount[]>(file, JsonSerializerOptions.Web, TestContext.Current.CancellationToken);
        return accounts!.First(account => string.Equals(account.Role, role, StringComparison.Ordinal));
    }
}

/// <summary>An empty Sward on a PostgreSQL database of its own.</summary>
public sealed class OnPostgres : RunningSward
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("SWARD_TEST_POSTGRES");
    private readonly string database = $"browser_{Guid.NewGuid():N}";

    /// <summary>Whether there is a server to test on.</summary>
    public static bool IsAbsent => Server is null;

    public override async ValueTask InitializeAsync()
    {
        if (Server is not null)
        {
            await ExecuteAsync($"CREATE DATABASE {database}");
            await StartAsync($"--ConnectionStrings:Postgres={Server};Database={database};Maximum Pool Size=40");
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Server is not null)
        {
            await ExecuteAsync($"DROP DATABASE {database} WITH (FORCE)");
        }
    }

    /// <summary>Once only: by the invitation that an installation without operators prints.</summary>
    public override async Task BecomeOperatorAsync(Guest guest)
    {
        await guest.SignUpAsync("Keeper");
        var invitation = Said("/first-operator");
        await guest.AcceptInvitationAsync(invitation[invitation.IndexOf("/first-operator", StringComparison.Ordinal)..].Trim());
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create($"{Server};Database=postgres");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>A printed sign-in of the demo town.</summary>
public sealed record DemoAccount(string Role, string Login, string Password);
