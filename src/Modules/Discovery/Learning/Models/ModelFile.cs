using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Sward.Discovery.Learning.Matrices;
using Sward.Discovery.Learning.Methods;

namespace Sward.Discovery.Learning.Models;

/// <summary>A model as bytes: a mark of the form, then each array with its length before it.</summary>
internal static class ModelFile
{
    /// <summary>A file of another form is not read.</summary>
    private const int Form = 0x53574D31;

    public static byte[] Write(TasteModel model)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Form);
        WriteArray(writer, model.NoteIds);
        WriteGraph(writer, model.Graph);
        WriteGraph(writer, model.Next);
        WriteArray(writer, model.Vectors.Values);
        writer.Write(model.AlsWeight);
        writer.Write(model.Als.Width);
        writer.Write(model.Als.Unobserved);
        writer.Write(model.Als.Regularisation);
        writer.Write(model.Als.FrequencyExponent);
        if (model.Smooth is { } smooth)
        {
            writer.Write(smooth.Weight);
            WriteArray(writer, smooth.Filter.Counts);
            WriteArray(writer, smooth.Filter.Items.Values);
        }

        writer.Flush();
        return bytes.ToArray();
    }

    public static TasteModel Read(ModelReader reader)
    {
        reader.Expect(Form);
        var noteIds = reader.NextArray<long>();
        var graph = ReadGraph(reader, noteIds.Length);
        var next = ReadGraph(reader, noteIds.Length);
        var (vectors, alsWeight) = (reader.NextArray<float>(), reader.Next<float>());
        var als = new AlsSettings { Width = reader.Next<int>(), Unobserved = reader.Next<float>(), Regularisation = reader.Next<float>(), FrequencyExponent = reader.Next<float>() };
        // A file without the low-pass term ends before it.
        var (weight, counts, items) = reader.IsAtEnd ? default : (reader.Next<float>(), reader.NextArray<float>(), reader.NextArray<float>());
        reader.Close();
        return new(noteIds, graph, next, new Factors(noteIds.Length, als.Width, vectors), alsWeight, als)
        {
            Smooth = counts is null ? null : new(new(new Factors(counts.Length, items!.Length / counts.Length, items), counts), weight),
        };
    }

    public static string ChecksumOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    internal static void WriteGraph(BinaryWriter writer, SparseMatrix graph)
    {
        WriteArray(writer, graph.Starts);
        WriteArray(writer, graph.Indices);
        WriteArray(writer, graph.Weights);
    }

    internal static SparseMatrix ReadGraph(ModelReader reader, int notes) => new(notes, reader.NextArray<int>(), reader.NextArray<int>(), reader.NextArray<float>());

    internal static void WriteArray<T>(BinaryWriter writer, T[] values) where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes<T>(values));
    }
}
