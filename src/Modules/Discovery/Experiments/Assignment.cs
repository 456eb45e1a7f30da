using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Sward.Discovery.Experiments;

/// <summary>Who meets which arm, decided by salted hashes alone: the same on every node and for ever, without a row.</summary>
/// <remarks>Layers and their buckets after Tang, Agarwal, O'Brien and Meyer, "Overlapping experiment infrastructure: more, better, faster experimentation", KDD 2010.</remarks>
internal static class Assignment
{
    /// <summary>The arm of an experiment that this account meets; null when it is none of its people.</summary>
    public static Arm? ArmOf(Experiment experiment, long accountId)
    {
        var bucket = Draw($"layer:{experiment.Layer}", accountId, Experiment.Buckets);
        return bucket >= experiment.FirstBucket && bucket < experiment.FirstBucket + experiment.BucketCount
            ? experiment.Arms[Draw($"experiment:{experiment.Salt}", accountId, experiment.Arms.Count)]
            : null;
    }

    /// <summary>A number below <paramref name="count"/>, each as likely as the others.</summary>
    private static int Draw(string salt, long accountId, int count)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{salt}:{accountId}")), hash);
        return (int)(BinaryPrimitives.ReadUInt64LittleEndian(hash) % (ulong)count);
    }
}
