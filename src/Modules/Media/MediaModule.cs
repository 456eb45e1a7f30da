using Sward.Contracts.Media;
using Sward.Contracts.Town;

namespace Sward.Media;

/// <summary>Pictures: taken in, made safe, stored, drawn, served.</summary>
public sealed class MediaModule : IModule
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

    public void AddServices(IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddModuleDb<MediaDb, MediaDbSqlite, MediaDbPostgres>("media");
        services.AddModuleOptions<MediaOptions>("Media");
        services.AddValidation();

        services.AddSingleton<MediaWorkers>();
        services.AddSingleton<MediumFiles>();
        services.AddSingleton<DrawnCache>();
        services.AddScoped<PictureStore>();
        services.AddScoped<ServeFile>();
        services.AddScoped<TakePicture>();
        services.AddScoped<UploadParts>();
        services.AddScoped<FinishUpload>();
        services.AddScoped<CoverStudio>();

        services.AddFollower<MediaCards>().AddSingleton<IMediaCards>(sp => sp.GetRequiredService<MediaCards>());
        services.AddScoped<IShareCards, ShareCards>();
        services.AddSingleton<IQrCodes, QrCodes>();
        services.AddScoped<IPictureUploads>(scope => scope.GetRequiredService<TakePicture>());
        services.AddScoped<IMediaStudio>(scope => scope.GetRequiredService<CoverStudio>());
        services.AddScoped<ITownPart, MediaTown>();
        services.Subscribe<MediaUsed, KeepUsedMedia, MediaDb>("media.keep-used-media");
        services.AddClockJob<DeleteOrphans>(DeleteOrphans.Name, TimeSpan.FromMinutes(10));
        services.AddClockJob<DeleteDoomedFiles>(DeleteDoomedFiles.Name, TimeSpan.FromMinutes(10));
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        var media = routes.MapApi("/media", "Media");
        UploadMedium.Map(media);
        ReadMedium.Map(media);
        DescribeMedium.Map(media);

        var uploads = routes.MapApi("/media/uploads", "Media");
        StartUpload.Map(uploads);
        ReadUpload.Map(uploads);
        ContinueUpload.Map(uploads);

        var covers = routes.MapApi("/media/covers", "Media");
        ListDesigns.Map(covers);
        PreviewCover.Map(covers);
        DrawCover.Map(covers);

        ServeFile.Map(routes);
    }
}
