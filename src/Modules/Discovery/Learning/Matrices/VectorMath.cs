using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Sward.Discovery.Learning.Matrices;

/// <summary>All arithmetic on vectors that has to be fast, in SIMD. Both sides of an operation have the same length; any length works.</summary>
internal static class VectorMath
{
    /// <summary>Σ aᵢ bᵢ, in four sums side by side so that no addition waits for the one before.</summary>
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var x = Lanes(a);
        var y = Lanes(b);
        var (s0, s1, s2, s3) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        var i = 0;
        for (; i <= x.Length - 4; i += 4)
        {
            s0 = Vector.FusedMultiplyAdd(x[i], y[i], s0);
            s1 = Vector.FusedMultiplyAdd(x[i + 1], y[i + 1], s1);
            s2 = Vector.FusedMultiplyAdd(x[i + 2], y[i + 2], s2);
            s3 = Vector.FusedMultiplyAdd(x[i + 3], y[i + 3], s3);
        }

        for (; i < x.Length; i++)
        {
            s0 = Vector.FusedMultiplyAdd(x[i], y[i], s0);
        }

        var sum = Vector.Sum(s0 + s1 + (s2 + s3));
        for (i = x.Length * Vector<float>.Count; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>y += factor · x.</summary>
    public static void AddScaled(Span<float> y, ReadOnlySpan<float> x, float factor)
    {
        var into = Lanes(y);
        var from = Lanes(x);
        var times = new Vector<float>(factor);
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = Vector.FusedMultiplyAdd(from[i], times, into[i]);
        }

        for (var i = into.Length * Vector<float>.Count; i < y.Length; i++)
        {
            y[i] += x[i] * factor;
        }
    }

    /// <summary>x *= factor.</summary>
    public static void Scale(Span<float> x, float factor)
    {
        var lanes = Lanes(x);
        var times = new Vector<float>(factor);
        for (var i = 0; i < lanes.Length; i++)
        {
            lanes[i] *= times;
        }

        for (var i = lanes.Length * Vector<float>.Count; i < x.Length; i++)
        {
            x[i] *= factor;
        }
    }

    /// <summary>Largest |xᵢ|.</summary>
    public static float MaxMagnitude(ReadOnlySpan<float> x)
    {
        var max = 0f;
        foreach (var value in x)
        {
            max = Math.Max(max, Math.Abs(value));
        }

        return max;
    }

    /// <summary>Σ aᵢ bᵢ of bytes in −127…127, exact. Two products of 16 bits are added to one of 32 by one instruction where there is one.</summary>
    public static int Dot(ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b)
    {
        var x = MemoryMarshal.Cast<sbyte, Vector128<sbyte>>(a);
        var y = MemoryMarshal.Cast<sbyte, Vector128<sbyte>>(b);
        var sums = Vector256<int>.Zero;
        for (var i = 0; i < x.Length; i++)
        {
            var left = Wide(x[i]);
            var right = Wide(y[i]);
            sums += Avx2.IsSupported ? Avx2.MultiplyAddAdjacent(left, right) : MultiplyAddHalves(left, right);
        }

        var sum = Vector256.Sum(sums);
        for (var i = x.Length * Vector128<sbyte>.Count; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static Vector256<short> Wide(Vector128<sbyte> bytes) =>
        Avx2.IsSupported ? Avx2.ConvertToVector256Int16(bytes) : Vector256.Create(Vector128.WidenLower(bytes), Vector128.WidenUpper(bytes));

    private static Vector256<int> MultiplyAddHalves(Vector256<short> a, Vector256<short> b) =>
        (Vector256.WidenLower(a) * Vector256.WidenLower(b)) + (Vector256.WidenUpper(a) * Vector256.WidenUpper(b));

    private static ReadOnlySpan<Vector<float>> Lanes(ReadOnlySpan<float> values) => MemoryMarshal.Cast<float, Vector<float>>(values);

    private static Span<Vector<float>> Lanes(Span<float> values) => MemoryMarshal.Cast<float, Vector<float>>(values);
}
