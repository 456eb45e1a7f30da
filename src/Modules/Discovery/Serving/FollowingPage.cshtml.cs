using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Discovery.People;
using Sward.Ui;

namespace Sward.Discovery.Serving;

/// <summary>The newest of the people one follows, or of those under one of one's labels.</summary>
[Authorize]
internal sealed class FollowingPage(ReadFeed read, Surfaces surfaces, ReadPeople people, ICircles circles, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    private const int PeopleInRow = 12;

    public Waterfall Feed { get; private set; } = null!;

    /// <summary>The reader's labels to choose from; null when there are none.</summary>
    public Chips? Labels { get; private set; }

    /// <summary>Whom else to follow, under the first page.</summary>
    public ReadPeople.Answer? People { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? cursor, string? label, CancellationToken ct)
    {
        var among = string.IsNullOrEmpty(label) ? null : await circles.LabelledAsync(account.Id, label, ct);
        if (await read.RunAsync(surfaces.Following, new PageQuery { Cursor = cursor }, ask => ask with { Among = among }, ct) is not { } answer)
        {
            return BadRequest();
        }

        Feed = answer.ToWaterfall(
            next => $"{UrlOf(label)}{(among is null ? '?' : '&')}cursor={next}", new EmptyState("people", texts["discovery.following.empty"], texts["discovery.following.empty.action"], "/"));
        var labels = await circles.LabelsOfAsync(account.Id, ct);
        Labels = labels.Count == 0 ? null : new(texts["discovery.following.labels"], [
            new(texts["discovery.following.everybody"], UrlOf(label: null), among is null), .. labels.Select(name => new Tab(name, UrlOf(name), string.Equals(name, label, StringComparison.Ordinal)))]);
        People = cursor is null && among is null ? await people.RunAsync(account.Id, cursor: null, PeopleInRow, ct) : null;
        return Page();
    }

    private static string UrlOf(string? label) => string.IsNullOrEmpty(label) ? "/following" : $"/following?label={Uri.EscapeDataString(label)}";
}
