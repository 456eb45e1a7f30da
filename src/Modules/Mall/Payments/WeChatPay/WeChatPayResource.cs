using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Sward.Mall.Payments.WeChatPay;

/// <summary>The encrypted part of a notification: AES-256-GCM under the API v3 key, with the tag behind the ciphertext.</summary>
internal static class WeChatPayResource
{
    private const int TagBytes = 16;

    public static JsonElement Open(JsonElement resource, string apiV3Key)
    {
        var plaintext = Decrypt(
            Encoding.UTF8.GetBytes(apiV3Key),
            Encoding.UTF8.GetBytes(resource.Text("nonce")!),
            resource.GetProperty("ciphertext").GetBytesFromBase64(),
            Encoding.UTF8.GetBytes(resource.Text("associated_data") ?? ""));
        return JsonSerializer.Deserialize<JsonElement>(plaintext);
    }

    public static byte[] Decrypt(byte[] key, byte[] nonce, ReadOnlySpan<byte> ciphertextAndTag, byte[] associatedData)
    {
        var ciphertext = ciphertextAndTag[..^TagBytes];
        var plaintext = new byte[ciphertext.Length];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(nonce, ciphertext, ciphertextAndTag[^TagBytes..], plaintext, associatedData);
        return plaintext;
    }
}
