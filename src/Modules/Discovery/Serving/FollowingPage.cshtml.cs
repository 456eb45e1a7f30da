using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Discovery.People;
using Sward.Ui;

namespace Sward.Discovery.Serving;

/// <summary>The newest of the people one follows.</summary>
[Authorize]
internal sealed class FollowingPage(ReadFeed read, Surfaces surfaces, ReadPeople people, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    private const int PeopleInRow = 12;

    public Waterfall Feed { get; private set; } = null!;

    /// <summary>Whom else to follow, under the first page.</summary>
    public ReadPeople.Answer? People { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? cursor, CancellationToken ct)
    {
        if (await read.RunAsync(surfaces.Following, new PageQuery { Cursor = cursor }, about: null, ct) is not { } answer)
        {
            return BadRequest();
        }

        Feed = answer.ToWaterfall(
            next => $"/following?cursor={next}", new EmptyState("people", texts["discovery.following.empty"], texts["discovery.following.empty.action"], "/"));
        People = cursor is null ? await people.RunAsync(account.Id, cursor: null, PeopleInRow, ct) : null;
        return Page();
    }
}
