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

    public static HeadSet Read(ModelReader reader)
    {
        reader.Expect(Form);
        var heads = new List<Head>(Actions.Count);
        while (!reader.IsAtEnd && heads.Count < Actions.Count)
        {
            heads.Add(new Head(reader.NextArray<float>(Head.Length)));
        }

        reader.Close();
        return new([.. heads, .. Actions.Skip(heads.Count).Select(_ => new Head())]);
    }
}
