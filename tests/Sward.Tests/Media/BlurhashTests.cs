using Sward.Media;

namespace Sward.Tests.Media;

public sealed class BlurhashTests
{
    /// <summary>From the definition: 1 x 1 components, no amplitude, the colour in base 83.</summary>
    [Theory]
    [InlineData(0, 0, 0, "000000")]
    [InlineData(255, 255, 255, "00TSUA")]
    [InlineData(255, 0, 0, "00TI:j")]
    [InlineData(0, 0, 255, "000036")]
    public void One_component_is_the_mean_colour(byte red, byte green, byte blue, string expected) =>
        Assert.Equal(expected, Blurhash.Encode(Plain(red, green, blue), 4, 4, columns: 1, rows: 1));

    [Fact]
    public void A_picture_higher_than_wide_has_more_rows()
    {
        byte[] pixels = [.. Enumerable.Repeat((byte)0, 8 * 4 * 3)];

        // 4 x 3 components are L (3 + 2 * 9 = 21), 3 x 4 are T (2 + 3 * 9 = 29); a component without amplitude is fQ (9, 9, 9).
        Assert.Equal("L00000" + string.Concat(Enumerable.Repeat("fQ", 11)), Blurhash.Encode(pixels, 8, 4));
        Assert.Equal("T00000" + string.Concat(Enumerable.Repeat("fQ", 11)), Blurhash.Encode(pixels, 4, 8));
    }

    [Fact]
    public void Light_on_the_left_is_a_positive_first_wave()
    {
        byte[] pixels = [.. Enumerable.Range(0, 64).SelectMany(at => Enumerable.Repeat((byte)(at % 8 < 4 ? 255 : 0), 3))];

        var hash = Blurhash.Encode(pixels, 8, 8, columns: 2, rows: 1);

        // Its amplitude is the largest, so it is quantised to the last of 19 steps in each channel: 18 * 361 + 18 * 19 + 18 = 6858.
        Assert.Equal('1', hash[0]);
        Assert.Equal("~q", hash[6..]);
    }

    private static byte[] Plain(byte red, byte green, byte blue) => [.. Enumerable.Range(0, 16).SelectMany(_ => new[] { red, green, blue })];
}
