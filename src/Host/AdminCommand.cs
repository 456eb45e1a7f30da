using Sward.Accounts;

namespace Sward.Host;

/// <summary>What <c>./sward admin</c> asks of the Host instead of serving.</summary>
internal static class AdminCommand
{
    /// <summary>Runs the command in the arguments; false when there is none.</summary>
    public static async Task<bool> RunAdminIfAskedAsync(this WebApplication app, IReadOnlyList<string> arguments)
    {
        if (arguments is not ["admin", "add", var login, ..])
        {
            return false;
        }

        var added = await AccountsModule.AddOperatorAsync(app.Services, login, CancellationToken.None);
        await Console.Out.WriteLineAsync(added ? $"{login} is an operator now." : $"Nobody signs in with {login}.");
        Environment.ExitCode = added ? 0 : 1;
        return true;
    }
}
