using System.ComponentModel.DataAnnotations;

namespace Sward.Accounts;

/// <summary>Numbers of sign-in; section <c>Accounts</c>.</summary>
internal sealed class AccountsOptions
{
    /// <summary>Wrong passwords in a row before an account is locked.</summary>
    [Range(3, 100)]
    public int FailuresBeforeLock { get; init; } = 5;

    [Range(1, 1440)]
    public int LockMinutes { get; init; } = 15;

    /// <summary>Rounds of PBKDF2-HMAC-SHA512 for new passwords; a stored hash remembers its own.</summary>
    [Range(1_000, 10_000_000)]
    public int PasswordRounds { get; init; } = 210_000;

    [Range(1, 365)]
    public int SessionDays { get; init; } = 60;

    [Range(1, 60)]
    public int CodeMinutes { get; init; } = 10;

    /// <summary>Codes sent to one address within ten minutes.</summary>
    [Range(1, 100)]
    public int CodesPerAddress { get; init; } = 3;

    /// <summary>Sign-ins tried by one client within ten minutes.</summary>
    [Range(1, 100_000)]
    public int SignInsPerClient { get; init; } = 100;

    /// <summary>Accounts opened by one client within an hour.</summary>
    [Range(1, 100_000)]
    public int SignUpsPerClient { get; init; } = 200;

    /// <summary>Prints a link for the first operator at every start without one.</summary>
    public bool InviteFirstOperator { get; init; } = true;

    /// <summary>Sends codes by mail through this server; without it they go to the operator's console and outbox page.</summary>
    public SmtpOptions? Smtp { get; init; }
}

/// <summary>A mail server; section <c>Accounts:Smtp</c>.</summary>
internal sealed class SmtpOptions
{
    [Required]
    public required string Host { get; init; }

    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    [Required]
    public required string From { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }
}
