using System.Security.Cryptography;
using System.Text;

namespace Sward.Mall.Payments;

/// <summary>SHA-256 with RSA (PKCS #1 v1.5, RFC 8017), with keys as PEM or, as Alipay's tools hand them out, as bare Base64 of the same bytes.</summary>
internal static class RsaKeys
{
    public static string Sign(string privateKey, string message)
    {
        using var key = Read(privateKey, isPrivate: true);
        return Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(message), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    public static bool Verify(string publicKey, ReadOnlySpan<byte> message, string signature)
    {
        var bytes = new byte[signature.Length];
        if (!Convert.TryFromBase64String(signature, bytes, out var length))
        {
            return false;
        }

        using var key = Read(publicKey, isPrivate: false);
        return key.VerifyData(message, bytes.AsSpan(0, length), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    public static bool IsPrivateKey(string text) => IsKey(text, isPrivate: true);

    public static bool IsPublicKey(string text) => IsKey(text, isPrivate: false);

    private static bool IsKey(string text, bool isPrivate)
    {
        try
        {
            Read(text, isPrivate).Dispose();
            return true;
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException or FormatException)
        {
            return false;
        }
    }

    private static RSA Read(string text, bool isPrivate)
    {
        var key = RSA.Create();
        try
        {
            if (text.Contains("-----BEGIN", StringComparison.Ordinal))
            {
                key.ImportFromPem(text);
                // A public key in the place of the private one would only be noticed when the first payment is signed.
                _ = isPrivate ? key.ExportParameters(includePrivateParameters: true) : default;
            }
            else if (!isPrivate)
            {
                key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(text), out _);
            }
            else
            {
                ImportBare(key, Convert.FromBase64String(text));
            }

            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>Alipay's tool writes PKCS #8 for Java and PKCS #1 for everything else.</summary>
    private static void ImportBare(RSA key, byte[] bytes)
    {
        try
        {
            key.ImportPkcs8PrivateKey(bytes, out _);
        }
        catch (CryptographicException)
        {
            key.ImportRSAPrivateKey(bytes, out _);
        }
    }
}
