using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Sward.Discovery;
using Sward.Discovery.Learning.Models;
using Sward.Kernel;

namespace Sward.Tests.Discovery.Learning;

/// <summary>An operator chooses a model by the command line, in a process of its own, while others serve.</summary>
public abstract class UseModelTests(TwoTastes world) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await world.PlantAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_command_changes_the_model_of_every_node_while_they_serve()
    {
        var host = world.Host;
        var here = host.Services.GetRequiredService<Models>();
        // Another node is another memory over the same rows and files.
        using var there = new Models(host.Services.GetRequiredService<IServiceScopeFactory>(), host.Services.GetRequiredService<IBlobs>(), host.Clock, NullLogger<Models>.Instance);
        var older = here.Version!.Value;
        await host.MoveClockAsync(TimeSpan.FromDays(1));
        await host.RunJobAsync("discovery.train-model");
        await there.RunAsync(AppFixture.Ct);
        var newer = here.Version!.Value;
        Assert.NotEqual(older, newer);
        var reader = await host.SignUpAsync();
        await reader.Client.PutJsonAsync($"/api/v1/notes/{world.Tea[0]}/like");
        await host.DeliverFactsAsync();

        var pages = new ConcurrentBag<int>();
        using var done = CancellationTokenSource.CreateLinkedTokenSource(AppFixture.Ct);
        var reading = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                pages.Add((await reader.Client.GetJsonAsync("/api/v1/feed/discover?limit=20")).NoteIds().Intersect(world.Tea).Count());
            }
        }, AppFixture.Ct);
        var (code, said) = await AdminAsync("model", "use", older.ToString(CultureInfo.InvariantCulture));
        await here.RunAsync(AppFixture.Ct);
        await there.RunAsync(AppFixture.Ct);
        await done.CancelAsync();
        await reading;

        Assert.True(code == 0, said);
        Assert.Equal((older, older), (here.Version!.Value, there.Version!.Value));
        // Nobody was without a model for a moment.
        Assert.NotEmpty(pages);
        Assert.All(pages, picks => Assert.InRange(picks, 1, TwoTastes.NotesOfTaste));
        Assert.StartsWith($"* {older} ", (await AdminAsync("model", "list")).Said, StringComparison.Ordinal);
        Assert.Equal(1, (await AdminAsync("model", "use", "1")).Code);
    }

    [Fact]
    public async Task What_needs_the_data_for_itself_is_refused_while_somebody_serves_it()
    {
        var (code, said) = await AdminAsync("add", "nobody@test.example");

        Assert.NotEqual(0, code);
        Assert.Contains("Another process uses", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_let_in_beside_the_one_that_serves_does_not_serve()
    {
        var (code, said) = await AdminAsync("model", "forget");

        Assert.NotEqual(0, code);
        Assert.Contains("A guest does not serve", said, StringComparison.Ordinal);
    }

    /// <summary>Runs the program as <c>./sward admin</c> does.</summary>
    private async Task<(int Code, string Said)> AdminAsync(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        var program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Host", new DirectoryInfo(AppContext.BaseDirectory).Name, "Sward.Host.dll"));
        var postgres = world.Host.Services.GetRequiredService<IConfiguration>().GetConnectionString("Postgres");
        foreach (var word in (string[])[program, "admin", .. words, $"--Data:Folder={world.Host.DataPath()}", $"--ConnectionStrings:Postgres={postgres}", "--Logging:LogLevel:Default=Warning"])
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(AppFixture.Ct), process.StandardError.ReadToEndAsync(AppFixture.Ct));
        await process.WaitForExitAsync(AppFixture.Ct);
        return (process.ExitCode, await output + await error);
    }
}

public sealed class UseModelOnSqlite(TwoTastesOnSqlite world) : UseModelTests(world), IClassFixture<TwoTastesOnSqlite>;

public sealed class UseModelOnPostgres(TwoTastesOnPostgres world) : UseModelTests(world), IClassFixture<TwoTastesOnPostgres>;
