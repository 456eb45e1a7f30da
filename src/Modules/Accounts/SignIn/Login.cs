using System.Net.Mail;

namespace Sward.Accounts;

/// <summary>An e-mail address or phone number in the one form it is stored in.</summary>
internal readonly record struct Login(string? Email, string? Phone)
{
    /// <summary>What codes and limits are counted under.</summary>
    public string Key => Email ?? Phone!;

    /// <summary>Reads what a person typed; null when it is neither an address nor a number.</summary>
    public static Login? Parse(string? typed)
    {
        var text = typed?.Trim().Normalize(System.Text.NormalizationForm.FormKC) ?? "";
        if (text.Contains('@', StringComparison.Ordinal))
        {
            return text.Length <= 254 && MailAddress.TryCreate(text, out var address) && string.Equals(address.Address, text, StringComparison.Ordinal) && address.Host.Contains('.', StringComparison.Ordinal)
                ? new(text.ToLowerInvariant(), Phone: null)
                : null;
        }

        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        var isNumber = digits.Length is >= 6 and <= 15 && text.All(c => char.IsAsciiDigit(c) || c is '+' or ' ' or '-' or '(' or ')');
        return isNumber ? new(Email: null, text.StartsWith('+') ? $"+{digits}" : digits) : null;
    }
}
