namespace Sward.Media;

/// <summary>Pictures: taken in, made safe, stored, drawn, served.</summary>
public sealed class MediaModule
{
    /// <summary>Turns this process into a media worker when its parent started it as one; before anything of the web application is built.</summary>
    /// <returns>Whether it was a worker and is done.</returns>
    public static async Task<bool> RunWorkerIfAskedAsync(IReadOnlyList<string> arguments)
    {
        if (arguments is not [MediaWorker.Argument, var mode, var memory, var cpu])
        {
            return false;
        }

        await MediaWorker.RunAsync(Enum.Parse<WorkerMode>(mode), WorkerLimits.Parse(memory, cpu));
        return true;
    }
}
