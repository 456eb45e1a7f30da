using System.Collections.Concurrent;
using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Sward.Accounts;

/// <summary>Brings a one-time code to its person.</summary>
internal interface ICodeSender
{
    /// <summary>False for the embedded sender: then addresses count as confirmed, because nobody could confirm them.</summary>
    bool ReachesPeople { get; }

    Task SendAsync(Login login, string code, CancellationToken ct);
}

/// <summary>
/// The embedded default: codes go to the operator's console and to the outbox page, the last hundred of them. Printed, not logged: logs are kept and sent elsewhere.
/// </summary>
internal sealed class OutboxCodeSender(TimeProvider clock) : ICodeSender
{
    private readonly ConcurrentQueue<OutboxCode> sent = new();

    public bool ReachesPeople => false;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<OutboxCode> Sent => [.. sent.Reverse()];

    public async Task SendAsync(Login login, string code, CancellationToken ct)
    {
        sent.Enqueue(new(login.Key, code, clock.GetUtcNow()));
        while (sent.Count > 100)
        {
            sent.TryDequeue(out _);
        }

        await Console.Out.WriteLineAsync($"No mail server is configured. The code for {login.Key} is {code}");
    }
}

/// <summary>A code in the operator's outbox.</summary>
internal sealed record OutboxCode(string Address, string Code, DateTimeOffset At);

/// <summary>Sends codes by mail. Phone numbers need a gateway and are refused.</summary>
internal sealed class SmtpCodeSender(IOptions<AccountsOptions> options, IStringLocalizer texts) : ICodeSender
{
    public bool ReachesPeople => true;

    public async Task SendAsync(Login login, string code, CancellationToken ct)
    {
        var smtp = options.Value.Smtp!;
        if (login.Email is not { } address)
        {
            throw new Refusal("accounts.phone-not-served", StatusCodes.Status422UnprocessableEntity);
        }

        using var client = new SmtpClient(smtp.Host, smtp.Port) { EnableSsl = smtp.Port != 25, Credentials = smtp.User is null ? null : new NetworkCredential(smtp.User, smtp.Password) };
        using var mail = new MailMessage(smtp.From, address, texts["accounts.code-mail.subject"], texts["accounts.code-mail.body", code]);
        await client.SendMailAsync(mail, ct);
    }
}
