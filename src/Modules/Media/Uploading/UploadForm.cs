using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Sward.Media;

/// <summary>The multipart form of an upload, read as it arrives so that a file that is too large stops at the limit.</summary>
internal sealed class UploadForm : IAsyncDisposable
{
    private const int BufferSize = 1 << 16;

    /// <summary>The form's text field cannot grow beyond what its column takes by far.</summary>
    private const int MaxAltBytes = 16 * 1024;

    private UploadForm()
    {
    }

    public FileStream? File { get; private set; }

    public string? Alt { get; private set; }

    /// <summary>Refuses with 413 when the file is too large and with 400 when the form cannot be read.</summary>
    public static async Task<UploadForm> ReadAsync(HttpRequest request, long maxFileBytes, CancellationToken ct)
    {
        var form = new UploadForm();
        try
        {
            await form.FillAsync(request, maxFileBytes, ct);
            return form;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            // How the reader says that boundary, headers or end of the form are not there.
            await form.DisposeAsync();
            throw new Refusal("media.malformed-upload", StatusCodes.Status400BadRequest);
        }
        catch
        {
            await form.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => File?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task FillAsync(HttpRequest request, long maxFileBytes, CancellationToken ct)
    {
        var reader = new MultipartReader(BoundaryOf(request), request.Body);
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            switch (section.GetContentDispositionHeader()?.Name.Value?.Trim('"'))
            {
                case "file" when File is null:
                    File = Spool.Create();
                    await CopyAsync(section.Body, File, maxFileBytes, ct);
                    break;
                case "alt":
                    using (var text = new MemoryStream())
                    {
                        await CopyAsync(section.Body, text, MaxAltBytes, ct);
                        Alt = Encoding.UTF8.GetString(text.ToArray());
                    }

                    break;
            }
        }
    }

    private static string BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 } boundary
            ? boundary
            : throw new InvalidDataException("The form has no boundary.");

    private static async Task CopyAsync(Stream from, Stream to, long maxBytes, CancellationToken ct)
    {
        var buffer = new byte[BufferSize];
        for (int read; (read = await from.ReadAsync(buffer, ct)) > 0;)
        {
            if (to.Length + read > maxBytes)
            {
                throw new Refusal("media.too-large", StatusCodes.Status413PayloadTooLarge, maxBytes >> 20);
            }

            await to.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        to.Position = 0;
    }
}
