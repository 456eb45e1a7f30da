using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sward.Media;

namespace Sward.Tests.Media;

/// <summary>What people do with media, through HTTP, and what a test may see behind it.</summary>
internal static class MediaClient
{
    public static async Task<Answer> UploadAsync(this HttpClient client, HttpContent file, string? alt = null, string? key = null, string fileName = "picture.jpg")
    {
        using var form = new MultipartFormDataContent { { file, "file", fileName } };
        if (alt is not null)
        {
            form.Add(new StringContent(alt), "alt");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/media") { Content = form };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await Http.AnswerOfAsync(await client.SendAsync(request, AppFixture.Ct));
    }

    public static Task<Answer> UploadAsync(this HttpClient client, byte[] file, string? alt = null, string? key = null) =>
        client.UploadAsync(new ByteArrayContent(file), alt, key);

    /// <summary>Uploads a small picture and returns its card.</summary>
    public static async Task<JsonElement> UploadSmallAsync(this HttpClient client)
    {
        var answer = await client.UploadAsync(TestPictures.PlainPng(40, 30));
        Assert.Equal(System.Net.HttpStatusCode.Created, answer.Status);
        return answer.Body;
    }

    public static string UrlOf(this JsonElement card) => card.GetProperty("variants")[0].GetProperty("url").GetString()!;

    public static Task<int> MediaOfAsync(this AppFixture app, long ownerId) =>
        app.InDb<MediaDb, int>(db => db.Media.CountAsync(m => m.OwnerId == ownerId, AppFixture.Ct));

    /// <summary>Every file of an own host's blob store.</summary>
    public static IReadOnlyList<string> BlobFiles(this AppFixture app) =>
        Directory.Exists(app.DataPath("blobs")) ? Directory.GetFiles(app.DataPath("blobs"), "*", SearchOption.AllDirectories) : [];
}
