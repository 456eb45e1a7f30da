using System.Globalization;

namespace Sward.Media;

/// <summary>What a worker may use; it travels on the worker's command line.</summary>
internal sealed record WorkerLimits(int MemoryMegabytes, int CpuSecondsPerJob)
{
    public IEnumerable<string> ToArguments() =>
        [MemoryMegabytes.ToString(CultureInfo.InvariantCulture), CpuSecondsPerJob.ToString(CultureInfo.InvariantCulture)];

    public static WorkerLimits Parse(string memoryMegabytes, string cpuSecondsPerJob) => new(
        int.Parse(memoryMegabytes, CultureInfo.InvariantCulture), int.Parse(cpuSecondsPerJob, CultureInfo.InvariantCulture));
}
