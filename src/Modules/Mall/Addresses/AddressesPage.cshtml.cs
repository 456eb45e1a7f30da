using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;

namespace Sward.Mall.Addresses;

/// <summary>The account's address book. Orders keep the address they were made with.</summary>
[Authorize]
internal sealed class AddressesPage(KeepAddresses book, IStringLocalizer texts) : PageModel
{
    public IReadOnlyList<KeepAddresses.View> Addresses { get; private set; } = [];

    public string? Problem { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => Addresses = await book.ListAsync(ct);

    public async Task<IActionResult> OnPostAsync(KeepAddresses.Request address, CancellationToken ct)
    {
        try
        {
            await book.AddAsync(address.Checked(), ct);
            return LocalRedirect("/addresses");
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts.Of(refusal);
            await OnGetAsync(ct);
            return Page();
        }
    }

    public async Task<IActionResult> OnPostRemoveAsync(long addressId, CancellationToken ct)
    {
        await book.RemoveAsync(addressId, ct);
        return LocalRedirect("/addresses");
    }
}
