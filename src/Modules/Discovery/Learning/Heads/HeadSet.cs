using System.Runtime.InteropServices;
using Sward.Discovery.Learning.Models;

namespace Sward.Discovery.Learning.Heads;

/// <summary>One head for each kind of action, in the order of <see cref="Actions"/>.</summary>
internal sealed class HeadSet(Head[] heads)
{
    /// <summary>A file of another form is not read.</summary>
    private const int Form = 0x53574831;

    /// <summary>What is foretold. A new one comes last: in a file from before there was one it knows nothing yet.</summary>
    public static IReadOnlyList<string> Actions { get; } = ["open", "like", "collect", "comment", "share", "finish", "bounce", "hide", "follow"];

    /// <summary>Heads that know nothing.</summary>
    public static HeadSet New() => new([.. Actions.Select(_ => new Head())]);

    public Head this[int action] => heads[action];

    /// <summary>The heads as bytes: a mark of the form, then the values of each.</summary>
    public byte[] Write() => [.. MemoryMarshal.AsBytes<int>([Form]), .. heads.SelectMany(head => MemoryMarshal.AsBytes(head.Values.Span).ToArray())];

    /// <summary>Throws <see cref="InvalidDataException"/> when the bytes are not the ones that were written.</summary>
    public static HeadSet Read(byte[] bytes, string checksum)
    {
        var size = Head.Length * sizeof(float);
        var (count, rest) = Math.DivRem(bytes.Length - sizeof(int), size);
        if (!string.Equals(ModelFile.ChecksumOf(bytes), checksum, StringComparison.Ordinal) || rest != 0 || count > Actions.Count || BitConverter.ToInt32(bytes) != Form)
        {
            throw new InvalidDataException("The file is not one of heads, or not the one that was written.");
        }

        return new([.. Enumerable.Range(0, Actions.Count).Select(n => n < count ? new Head(MemoryMarshal.Cast<byte, float>(bytes.AsSpan(sizeof(int) + (n * size), size)).ToArray()) : new Head())]);
    }
}
