namespace Sward.Mall.FlashSales;

/// <summary>Time that runs out, by the server's clock.</summary>
/// <param name="Now">The server's clock when the page was written: a script goes by it, whatever the reader's clock says.</param>
/// <param name="Text">What is said while it runs; {0} is the time that is left.</param>
/// <param name="Still">What is said without a script; {0} is the instant.</param>
internal sealed record Countdown(DateTimeOffset Now, DateTimeOffset Until, string Text, string Still);
