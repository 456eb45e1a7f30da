using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Hosting;
using Sward.Contracts.Accounts;

namespace Sward.Ui;

/// <summary>Every part of the house on one page, for those who build and run it.</summary>
internal sealed class StyleguidePage(ICurrentAccount account, IHostEnvironment environment) : PageModel
{
    public static readonly DateTimeOffset SomeDay = new(2026, 3, 4, 9, 30, 0, TimeSpan.Zero);

    public IActionResult OnGet() => account.IsOperator || environment.IsDevelopment() ? Page() : NotFound();
}
