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

    /// <summary>Throws <see cref="InvalidDataException"/> when the bytes are not the ones that were written.</summary>
    public static TasteModel Read(byte[] bytes, string checksum)
    {
        using var reader = Open(bytes, checksum, Form);
        var noteIds = ReadArray<long>(reader);
        var graph = ReadGraph(reader, noteIds.Length);
        var next = ReadGraph(reader, noteIds.Length);
        var (vectors, alsWeight) = (ReadArray<float>(reader), reader.ReadSingle());
        var als = new AlsSettings { Width = reader.ReadInt32(), Unobserved = reader.ReadSingle(), Regularisation = reader.ReadSingle(), FrequencyExponent = reader.ReadSingle() };
        return new(noteIds, graph, next, new Factors(noteIds.Length, als.Width, vectors), alsWeight, als) { Smooth = ReadSmooth(reader) };
    }

    /// <summary>A file without the term ends before it.</summary>
    private static SmoothTerm? ReadSmooth(BinaryReader reader)
    {
        if (reader.BaseStream.Position == reader.BaseStream.Length)
        {
            return null;
        }

        var (weight, counts, items) = (reader.ReadSingle(), ReadArray<float>(reader), ReadArray<float>(reader));
        return new(new(new Factors(counts.Length, items.Length / counts.Length, items), counts), weight);
    }

    /// <summary>A reader behind the mark of the form. Throws <see cref="InvalidDataException"/> for other bytes than those that were written, or of another form.</summary>
    internal static BinaryReader Open(byte[] bytes, string checksum, int form)
    {
        if (!string.Equals(ChecksumOf(bytes), checksum, StringComparison.Ordinal))
        {
            throw new InvalidDataException("The file is not the one that was written.");
        }

        var reader = new BinaryReader(new MemoryStream(bytes));
        return reader.ReadInt32() == form ? reader : throw new InvalidDataException("The file has another form.");
    }

    public static string ChecksumOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    internal static void WriteGraph(BinaryWriter writer, SparseMatrix graph)
    {
        WriteArray(writer, graph.Starts);
        WriteArray(writer, graph.Indices);
        WriteArray(writer, graph.Weights);
    }

    internal static SparseMatrix ReadGraph(BinaryReader reader, int notes) => new(notes, ReadArray<int>(reader), ReadArray<int>(reader), ReadArray<float>(reader));

    internal static void WriteArray<T>(BinaryWriter writer, T[] values) where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes<T>(values));
    }

    internal static T[] ReadArray<T>(BinaryReader reader) where T : unmanaged
    {
        var values = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
