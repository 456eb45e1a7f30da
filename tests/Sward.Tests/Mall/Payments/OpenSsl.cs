using System.Diagnostics;

namespace Sward.Tests.Mall.Payments;

/// <summary>The <c>openssl</c> program as an independent maker and checker of signatures: what it agrees with is not only our own opinion.</summary>
public sealed class OpenSsl : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sward-openssl-").FullName;

    public OpenSsl()
    {
        Run(["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", FileOf("private.pem")]);
        Run(["pkey", "-in", FileOf("private.pem"), "-pubout", "-out", FileOf("public.pem")]);
    }

    public string PrivateKey => File.ReadAllText(FileOf("private.pem"));

    public string PublicKey => File.ReadAllText(FileOf("public.pem"));

    /// <summary>The private key as Alipay's tools hand it out: bare Base64, of PKCS #8 or of PKCS #1.</summary>
    public string BarePrivateKey(bool pkcs1) =>
        Convert.ToBase64String(Run([pkcs1 ? "rsa" : "pkey", "-in", FileOf("private.pem"), "-outform", "DER", .. pkcs1 ? ["-traditional"] : Array.Empty<string>()]));

    public string BarePublicKey => Convert.ToBase64String(Run(["pkey", "-in", FileOf("private.pem"), "-pubout", "-outform", "DER"]));

    public string Sign(string message)
    {
        File.WriteAllText(FileOf("message"), message);
        return Convert.ToBase64String(Run(["dgst", "-sha256", "-sign", FileOf("private.pem"), FileOf("message")]));
    }

    public bool Verifies(string message, string signature)
    {
        File.WriteAllText(FileOf("message"), message);
        File.WriteAllBytes(FileOf("signature"), Convert.FromBase64String(signature));
        return TryRun(["dgst", "-sha256", "-verify", FileOf("public.pem"), "-signature", FileOf("signature"), FileOf("message")]).ExitCode == 0;
    }

    /// <summary>HMAC-SHA256 as lower-case hexadecimal.</summary>
    public string Hmac(string message, string secret)
    {
        File.WriteAllText(FileOf("message"), message);
        return Convert.ToHexStringLower(Run(["dgst", "-sha256", "-hmac", secret, "-binary", FileOf("message")]));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string FileOf(string name) => Path.Combine(folder, name);

    private static byte[] Run(string[] arguments)
    {
        var (exitCode, output) = TryRun(arguments);
        Assert.Equal(0, exitCode);
        return output;
    }

    private static (int ExitCode, byte[] Output) TryRun(string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var output = new MemoryStream();
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.BaseStream.CopyTo(output);
        errors.Wait();
        process.WaitForExit();
        return (process.ExitCode, output.ToArray());
    }
}

/// <summary>Our keys, and those of a provider; made once for a class of tests.</summary>
public sealed class KeyPairs : IDisposable
{
    public OpenSsl Ours { get; } = new();

    public OpenSsl Theirs { get; } = new();

    public void Dispose()
    {
        Ours.Dispose();
        Theirs.Dispose();
    }
}
