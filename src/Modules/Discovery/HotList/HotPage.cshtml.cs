using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Ui;

namespace Sward.Discovery.HotList;

/// <summary>The hot list as a page.</summary>
[OutputCache(PolicyName = VisitorCache.Policy)]
internal sealed class HotPage(ReadHot read, ICurrentAccount account, IStringLocalizer texts) : PageModel
{
    public ReadHot.Answer Hot { get; private set; } = null!;

    public Waterfall Notes { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Hot = await read.RunAsync(account.IdOrNull, ct);
        Notes = new([.. Hot.Notes.Select(note => new NoteTile(note.Note, note.Author, note.Cover, note.Liked, texts["discovery.reason.burst"]))]);
    }
}
