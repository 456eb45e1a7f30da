using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Sward.Ui;

/// <summary>Where the <c>type</c> of a problem leads: what its code means.</summary>
internal sealed class ProblemTypePage(IStringLocalizer texts) : PageModel
{
    public string Code { get; private set; } = "";

    public string Title { get; private set; } = "";

    public IActionResult OnGet(string code)
    {
        var text = texts[$"problem.{code}"];
        (Code, Title) = (code, text.Value);
        return text.ResourceNotFound ? NotFound() : Page();
    }
}
