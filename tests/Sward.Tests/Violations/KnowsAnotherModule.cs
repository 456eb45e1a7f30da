namespace Sward.Sample;

internal static class Shortcut
{
    public static object Take() => new Sward.Accounts.AccountsModule();
}
