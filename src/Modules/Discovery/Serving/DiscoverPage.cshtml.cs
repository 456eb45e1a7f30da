using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Notes;
using Sward.Discovery.HotList;
using Sward.Discovery.Portrait;
using Sward.Ui;

namespace Sward.Discovery.Serving;

/// <summary>The front page: Discover with its channels.</summary>
[OutputCache(PolicyName = VisitorCache.Policy)]
internal sealed class DiscoverPage(ReadFeed read, Surfaces surfaces, ReadHot hot, InviteTheNew invite, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    private const int MostHotTopics = 5;

    public Chips Channels { get; private set; } = null!;

    public Waterfall Feed { get; private set; } = null!;

    /// <summary>A few of the hot list, on the first page of the recommended channel.</summary>
    public IReadOnlyList<HotTopic> HotTopics { get; private set; } = [];

    /// <summary>Whether the reader is asked what they like.</summary>
    public bool IsNew { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? channel, string? cursor, CancellationToken ct)
    {
        if (channel is not null && !NoteChannels.All.Contains(channel, StringComparer.Ordinal))
        {
            return NotFound();
        }

        if (await read.RunAsync(surfaces.Discover, new PageQuery { Cursor = cursor }, ask => ask with { Channel = channel }, ct) is not { } answer)
        {
            return BadRequest();
        }

        if (channel is null && cursor is null)
        {
            (HotTopics, IsNew) = ([.. (await hot.TopicsAsync(account.IdOrNull, ct)).Take(MostHotTopics)], await invite.IsDueAsync(account.IdOrNull, ct));
        }

        Channels = new Chips(texts["discovery.channels"],
        [
            new Tab(texts["channel.recommended"], "/", channel is null),
            .. NoteChannels.All.Select(code => new Tab(texts[$"channel.{code}"], UrlOf(code), string.Equals(code, channel, StringComparison.Ordinal))),
        ]);
        Feed = answer.ToWaterfall(
            next => $"{UrlOf(channel)}{(channel is null ? '?' : '&')}cursor={next}", new EmptyState("meadow", texts["discovery.empty"], texts["discovery.empty.action"], "/publish"));
        return Page();
    }

    private static string UrlOf(string? channel) => channel is null ? "/" : $"/?channel={channel}";
}
