using Sward.Discovery.Learning.Matrices;
using Sward.Discovery.Learning.Methods;
using Sward.Discovery.Learning.Models;

namespace Sward.Discovery.Goods.Learning;

/// <summary>What goods go together by what everybody did: two item graphs over the same goods.</summary>
/// <param name="ProductIds">The product of each row and column.</param>
/// <param name="Bought">Goods that the same people bought.</param>
/// <param name="Seen">Goods that the same people looked at, put into the cart or bought.</param>
internal sealed record GoodsModel(long[] ProductIds, SparseMatrix Bought, SparseMatrix Seen)
{
    /// <summary>A file of another form is not read.</summary>
    private const int Form = 0x53574731;

    private readonly Dictionary<long, int> indices = ProductIds.Select((id, index) => (id, index)).ToDictionary();

    /// <summary>Asks <see cref="Bought"/>.</summary>
    public Neighbourhood AlsoBought { get; } = new(Bought);

    /// <summary>Asks <see cref="Seen"/>.</summary>
    public Neighbourhood AlsoSeen { get; } = new(Seen);

    /// <summary>Goods near the seeds in one of the graphs, nearest first, and the seed that said most. A weight counts visits.</summary>
    public IEnumerable<(long ProductId, float Score, long SeedId)> Near(Neighbourhood graph, IEnumerable<(long ProductId, float Weight)> seeds) => graph
        .Of(seeds.Where(seed => indices.ContainsKey(seed.ProductId)).Select(seed => (indices[seed.ProductId], seed.Weight)))
        .OrderByDescending(near => near.Sum).ThenBy(near => near.Index)
        .Select(near => (ProductIds[near.Index], near.Sum, ProductIds[near.Seed]));

    public byte[] Write()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Form);
        ModelFile.WriteArray(writer, ProductIds);
        ModelFile.WriteGraph(writer, Bought);
        ModelFile.WriteGraph(writer, Seen);
        writer.Flush();
        return bytes.ToArray();
    }

    public static GoodsModel Read(ModelReader reader)
    {
        reader.Expect(Form);
        var productIds = reader.NextArray<long>();
        var (bought, seen) = (ModelFile.ReadGraph(reader, productIds.Length), ModelFile.ReadGraph(reader, productIds.Length));
        reader.Close();
        return new(productIds, bought, seen);
    }
}
