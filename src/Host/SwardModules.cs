using System.Reflection;
using Sward.Accounts;
using Sward.Discovery;
using Sward.Inbox;
using Sward.Kernel;
using Sward.Mall;
using Sward.Media;
using Sward.Notes;
using Sward.Safety;
using Sward.Search;

namespace Sward.Host;

/// <summary>The modules of this installation.</summary>
internal static class SwardModules
{
    public static IReadOnlyList<IModule> All { get; } =
    [
        new AccountsModule(),
        new MediaModule(),
        new NotesModule(),
        new DiscoveryModule(),
        new SearchModule(),
        new MallModule(),
        new InboxModule(),
        new SafetyModule(),
    ];

    /// <summary>Every assembly that may bring pages and texts.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } = [Assembly.Load("Sward.Ui"), .. All.Select(module => module.GetType().Assembly)];
}
