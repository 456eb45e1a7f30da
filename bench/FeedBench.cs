using System.Net.Http.Json;
using Sward.Contracts.Notes;
using Sward.Kernel;

namespace Sward.Bench;

/// <summary>How fast feeds are, each time beside the smallest JSON answer of the same process.</summary>
internal static class FeedBench
{
    private const string Planted = "artifacts/bench/feed/planted";
    private const string Data = "artifacts/bench/feed/run";
    private const string Feed = "/api/v1/feed/discover";
    private const int Readers = 1_000;
    private const int Pages = 5;
    private const int FarPage = 50;

    /// <summary>Session, circle, hides and likes of a person, and the cards of notes, authors, avatars and covers.</summary>
    private const int MostQueriesOnAColdNode = 8;

    public static async Task<bool> RunAsync()
    {
        var report = new Report("feed");
        await RestoreAsync();
        await SignedInAsync(report);
        await AnonymousAsync(report);
        return report.Finish();
    }

    /// <summary>Every run begins with the data as they were planted: what readers did in the one before changes what they are shown.</summary>
    private static async Task RestoreAsync()
    {
        DeleteData();
        if (!Directory.Exists(Planted))
        {
            await using (await Server.StartAsync(Data))
            {
            }

            Directory.Move(Data, Planted);
        }

        foreach (var file in Directory.EnumerateFiles(Planted, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Data, Path.GetRelativePath(Planted, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static void DeleteData()
    {
        if (Directory.Exists(Data))
        {
            Directory.Delete(Data, recursive: true);
        }
    }

    /// <summary>A thousand people, each in a channel picked at random, turning five pages. No response cache serves them.</summary>
    private static async Task SignedInAsync(Report report)
    {
        await using var server = await Server.StartAsync(Data);
        var people = (await server.Client.GetFromJsonAsync<long[]>(BenchServer.People))!;
        var random = new Random(7);
        var pages = new List<Page>();
        await VisitEveryChannelAsync(report, server, people[Readers]);
        foreach (var person in people.Take(Readers))
        {
            pages.AddRange(await TurnAsync(server, person, NoteChannels.All[random.Next(NoteChannels.All.Count)], Pages));
        }

        var counts = await server.TakeCountsAsync();
        report.Say("signedIn.rateLimitsOn", 1);
        report.AtMost("signedIn.queriesPerRequest", (double)counts.Queries / counts.Requests, 5);
        report.AtMost("signedIn.queriesOfTheWorst", counts.Most, 5);
        report.Say("signedIn.shareWithoutQuery", (double)counts.WithoutQuery / counts.Requests);

        var hello = await HelloAsync(report, "signedIn", server);
        Beside(report, "signedIn.json", 0.10, hello, await Load.RunAsync(server, pages.Select(page => page.Json)));
        Beside(report, "signedIn.html", 0.05, hello, await Load.RunAsync(server, pages.Select(page => page.Html)));
        await FarPageAsync(report, server, people[0]);
    }

    /// <summary>The node has just started and knows nothing: what the first person who comes costs. After that the node is as it is on any day, and everybody else is new to it.</summary>
    private static async Task VisitEveryChannelAsync(Report report, Server server, long person)
    {
        foreach (var channel in NoteChannels.All)
        {
            await TurnAsync(server, person, channel, Pages);
        }

        report.AtMost("coldNode.queriesOfTheWorst", (await server.TakeCountsAsync()).Most, MostQueriesOnAColdNode);
    }

    private static async Task FarPageAsync(Report report, Server server, long person)
    {
        var pages = await TurnAsync(server, person, channel: null, FarPage);
        var first = await Load.RunAsync(server, [pages[0].Json]);
        var far = await Load.RunAsync(server, [pages[FarPage - 1].Json]);
        report.AtMost("page50.costOfPage1", far.CpuMicroseconds / first.CpuMicroseconds, 1.2);
    }

    /// <summary>Everybody without an account gets the same first page. One address asks for all of them, so the limit per address is off.</summary>
    private static async Task AnonymousAsync(Report report)
    {
        await using var server = await Server.StartAsync(Data, "RateLimits:Enabled=false");
        report.Say("anonymous.rateLimitsOn", 0);
        var hello = await HelloAsync(report, "anonymous", server);
        await server.TakeCountsAsync();
        Beside(report, "anonymous.json", 0.50, hello, await Load.RunAsync(server, [new(Feed)]));
        Beside(report, "anonymous.html", 0.40, hello, await Load.RunAsync(server, [new("/")]));
        var counts = await server.TakeCountsAsync();
        report.Say("anonymous.shareFromCache", (double)counts.WithoutQuery / counts.Requests);
        report.AtMost("anonymous.secondsUntilDeletedNoteIsGone", await HideAsync(server), 1);
    }

    private static async Task<Loaded> HelloAsync(Report report, string about, Server server)
    {
        var hello = await Load.RunAsync(server, [new(BenchServer.Hello)]);
        Say(report, $"{about}.hello", hello);
        return hello;
    }

    private static void Beside(Report report, string figure, double aim, Loaded hello, Loaded loaded)
    {
        Say(report, figure, loaded);
        report.AtLeast($"{figure}.ofHello", loaded.PerSecond / hello.PerSecond, aim);
        report.AtMost($"{figure}.errors", loaded.Errors, 0);
    }

    private static void Say(Report report, string figure, Loaded loaded)
    {
        report.Say($"{figure}.perSecond", loaded.PerSecond);
        report.Say($"{figure}.cpuMicroseconds", loaded.CpuMicroseconds);
        report.Say($"{figure}.p50Milliseconds", loaded.P50);
        report.Say($"{figure}.p99Milliseconds", loaded.P99);
    }

    /// <summary>Turns pages as a person does and returns the request of each.</summary>
    private static async Task<List<Page>> TurnAsync(Server server, long person, string? channel, int count)
    {
        var pages = new List<Page>();
        for (string? cursor = null; pages.Count < count;)
        {
            var query = channel is null ? $"?cursor={cursor}" : $"?channel={channel}&cursor={cursor}";
            pages.Add(new(query, Planting.TokenOf(person)));
            var answer = await server.GetAsync(pages[^1].Json);
            cursor = answer.GetProperty("next").GetString() ?? throw new InvalidOperationException($"The feed ended on page {pages.Count}.");
        }

        return pages;
    }

    /// <summary>An author deletes a note of the first page; how long visitors still see it.</summary>
    private static async Task<double> HideAsync(Server server)
    {
        var note = (await server.GetAsync(new(Feed))).GetProperty("items")[0].GetProperty("note");
        var noteId = note.GetProperty("id").GetString()!;
        var author = long.Parse(note.GetProperty("authorId").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        using var delete = new HttpRequestMessage(HttpMethod.Delete, new Uri($"/api/v1/notes/{noteId}", UriKind.Relative));
        delete.Headers.Authorization = new("Bearer", Planting.TokenOf(author));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        (await server.Client.SendAsync(delete)).EnsureSuccessStatusCode();
        while ((await server.GetAsync(new(Feed))).GetRawText().Contains(noteId, StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }

        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>A page of a feed, as data and as a page to look at.</summary>
    private sealed record Page(string Query, string Token)
    {
        public Call Json => new(Feed + Query, "Authorization", $"Bearer {Token}");

        public Call Html => new("/" + Query, "Cookie", $"{SessionCookie.Name}={Token}");
    }
}
