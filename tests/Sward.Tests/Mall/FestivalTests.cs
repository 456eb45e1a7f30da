using System.Diagnostics;
using System.Text.Json;

namespace Sward.Tests.Mall;

/// <summary>The festival of <c>./sward bench festival</c> with 2,000 orders: a server of its own, killed twice, and in the end everything adds up.</summary>
public sealed class FestivalTests
{
    [Fact]
    public async Task Two_thousand_orders_two_kills_and_every_cent_is_there()
    {
        var folder = Directory.CreateTempSubdirectory("sward-festival-");
        try
        {
            var bench = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Sward.Bench", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "Sward.Bench"));
            using var festival = Process.Start(new ProcessStartInfo(bench, ["festival", "2000"]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, UseShellExecute = false })!;
            var lines = (await festival.StandardOutput.ReadToEndAsync(AppFixture.Ct)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            await festival.WaitForExitAsync(AppFixture.Ct);

            var last = JsonSerializer.Deserialize<JsonElement>(lines[^1]);
            Assert.True(last.GetProperty("met").GetBoolean(), lines[^1]);
            Assert.Equal(0, last.GetProperty("figures").GetProperty("brokenInvariants").GetInt32());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
