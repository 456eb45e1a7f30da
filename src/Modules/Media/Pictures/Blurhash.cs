namespace Sward.Media;

/// <summary>Writes a picture's few lowest frequencies as a short text that clients draw until the picture is there.</summary>
/// <remarks>
/// The format is public: one character for the number of components, one for the largest amplitude, four for the mean colour in sRGB, two for each further
/// component with its three amplitudes quantised to 19 steps. All numbers are base 83.
/// </remarks>
internal static class Blurhash
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";
    private const int Channels = 3;

    private static readonly double[] LinearOf = [.. Enumerable.Range(0, 256).Select(ToLinear)];

    /// <summary>Encodes RGB pixels, eight bits a channel; the longer side gets four components, the shorter three.</summary>
    public static string Encode(ReadOnlySpan<byte> pixels, int width, int height)
    {
        var (columns, rows) = width >= height ? (4, 3) : (3, 4);
        return Encode(pixels, width, height, columns, rows);
    }

    public static string Encode(ReadOnlySpan<byte> pixels, int width, int height, int columns, int rows)
    {
        var components = new Colour[columns * rows];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                components[(row * columns) + column] = Amplitude(pixels, width, height, column, row);
            }
        }

        var largest = components.Skip(1).Select(c => c.Largest).DefaultIfEmpty(0).Max();
        var steps = components.Length == 1 ? 0 : (int)Math.Clamp(Math.Floor((largest * 166) - 0.5), 0, 82);
        var scale = (steps + 1) / 166.0;

        var hash = new System.Text.StringBuilder();
        Append(hash, (columns - 1) + ((rows - 1) * 9), length: 1);
        Append(hash, steps, length: 1);
        Append(hash, components[0].ToSrgb(), length: 4);
        foreach (var component in components.AsSpan(1))
        {
            Append(hash, component.Quantise(scale), length: 2);
        }

        return hash.ToString();
    }

    /// <summary>How much of one cosine wave is in the picture, in linear light.</summary>
    private static Colour Amplitude(ReadOnlySpan<byte> pixels, int width, int height, int column, int row)
    {
        double red = 0, green = 0, blue = 0;
        for (var y = 0; y < height; y++)
        {
            var down = Math.Cos(Math.PI * row * y / height);
            for (var x = 0; x < width; x++)
            {
                var wave = Math.Cos(Math.PI * column * x / width) * down;
                var pixel = pixels.Slice(((y * width) + x) * Channels, Channels);
                red += wave * LinearOf[pixel[0]];
                green += wave * LinearOf[pixel[1]];
                blue += wave * LinearOf[pixel[2]];
            }
        }

        var weight = (column == 0 && row == 0 ? 1.0 : 2.0) / (width * height);
        return new Colour(red * weight, green * weight, blue * weight);
    }

    private static void Append(System.Text.StringBuilder hash, int value, int length)
    {
        for (var place = length - 1; place >= 0; place--)
        {
            hash.Append(Digits[value / (int)Math.Pow(83, place) % 83]);
        }
    }

    private static double ToLinear(int srgb)
    {
        var value = srgb / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private sealed record Colour(double Red, double Green, double Blue)
    {
        public double Largest => Math.Max(Math.Abs(Red), Math.Max(Math.Abs(Green), Math.Abs(Blue)));

        public int ToSrgb() => (ToByte(Red) << 16) | (ToByte(Green) << 8) | ToByte(Blue);

        public int Quantise(double scale) => (((Step(Red / scale) * 19) + Step(Green / scale)) * 19) + Step(Blue / scale);

        private static int Step(double value) =>
            (int)Math.Clamp(Math.Floor((Math.Sign(value) * Math.Sqrt(Math.Abs(value)) * 9) + 9.5), 0, 18);

        private static int ToByte(double linear)
        {
            var value = Math.Clamp(linear, 0, 1);
            return (int)(((value <= 0.0031308 ? value * 12.92 : (1.055 * Math.Pow(value, 1 / 2.4)) - 0.055) * 255) + 0.5);
        }
    }
}
