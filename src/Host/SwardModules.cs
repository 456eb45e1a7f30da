using System.Reflection;
using Sward.Accounts;
using Sward.Kernel;
using Sward.Media;

namespace Sward.Host;

/// <summary>The modules of this installation.</summary>
internal static class SwardModules
{
    public static IReadOnlyList<IModule> All { get; } =
    [
        new AccountsModule(),
        new MediaModule(),
    ];

    /// <summary>Every assembly that may bring pages and texts.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } = [Assembly.Load("Sward.Ui"), .. All.Select(module => module.GetType().Assembly)];
}
