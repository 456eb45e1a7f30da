using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Ui;

namespace Sward.Notes;

/// <summary>A topic with its notes, hot or new.</summary>
internal sealed class TopicPage(ReadTopic read, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    public TopicView Topic { get; private set; } = null!;

    public TopicOrder Order { get; private set; }

    public IReadOnlyList<ITile> Tiles { get; private set; } = [];

    public string? MoreUrl { get; private set; }

    public string Address => $"/topics/{Uri.EscapeDataString(Topic.Name)}";

    public async Task<IActionResult> OnGetAsync(string name, TopicOrder sort, string? cursor, CancellationToken ct)
    {
        if (await read.RunAsync(name, account.IdOrNull, ct) is not { } topic || await read.NotesAsync(topic.Id, sort, account.IdOrNull, cursor, WaterfallPage.Size, ct) is not { } notes)
        {
            return NotFound();
        }

        (Topic, Order) = (topic, sort);
        Tiles = [.. notes.Items.Select(note => note.ToTile(texts["notes.why.topic", topic.Name]))];
        MoreUrl = notes.Next is null ? null : $"{Address}?sort={sort.Word()}&cursor={notes.Next}";
        return Page();
    }
}
