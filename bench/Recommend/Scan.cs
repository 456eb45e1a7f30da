using System.Diagnostics;
using Sward.Discovery.Learning.Matrices;

namespace Sward.Bench.Recommend;

/// <summary>The first hundred items of a person: how many bytes and floats have in common, and how long each took.</summary>
internal readonly record struct Scan(int Same, TimeSpan ByBytes, TimeSpan ByFloats)
{
    private const int Wanted = 100;

    public static Scan[] Compare(Factors people, Factors items, int count)
    {
        var (bytes, products) = (new ByteVectors(items), new float[items.Rows]);
        return [.. Enumerable.Range(0, count).Select(person =>
        {
            var (exact, byFloats) = Timed(top =>
            {
                for (var item = 0; item < products.Length; item++)
                {
                    products[item] = VectorMath.Dot(people.Row(person), items.Row(item));
                }

                top.OfferAll(products);
            });
            var (rounded, byBytes) = Timed(top =>
            {
                Array.Clear(products);
                bytes.AddProducts(people.Row(person), products);
                top.OfferAll(products);
            });
            return new Scan(exact.Intersect(rounded).Count(), byBytes, byFloats);
        })];
    }

    private static (int[] First, TimeSpan Took) Timed(Action<TopList> offer)
    {
        var (top, started) = (new TopList(Wanted), Stopwatch.GetTimestamp());
        offer(top);
        var took = Stopwatch.GetElapsedTime(started);
        return ([.. top.Take().Select(kept => kept.Index)], took);
    }
}
