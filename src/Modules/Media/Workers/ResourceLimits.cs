using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Sward.Media;

/// <summary>Limits that the kernel of the operating system keeps for this process.</summary>
/// <remarks>Never RLIMIT_AS: the runtime reserves far more address space than it uses and would not start.</remarks>
internal static partial class ResourceLimits
{
    // Numbers of <sys/resource.h> on Linux.
    private const int CpuSeconds = 0;
    private const int DataBytes = 2;
    private const int CoreBytes = 4;

    public static void LimitMemory(long bytes) => Set(DataBytes, (ulong)bytes, (ulong)bytes);

    /// <summary>A crashed worker would leave a stranger's picture on the disk.</summary>
    public static void ForbidCoreDumps() => Set(CoreBytes, 0, 0);

    /// <summary>The limit counts from the start of the process, so each job moves it on by what it may use.</summary>
    public static void AllowCpu(int seconds)
    {
        var used = (ulong)Environment.CpuUsage.TotalTime.TotalSeconds;
        Set(CpuSeconds, used + (ulong)seconds + 1, ulong.MaxValue);
    }

    private static void Set(int resource, ulong soft, ulong hard)
    {
        var limit = new Limit { Soft = soft, Hard = hard };
        if (SetLimit(resource, in limit) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    private static partial int SetLimit(int resource, in Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Soft;
        public ulong Hard;
    }
}
