using Sward.Kernel;

namespace Sward.Tests.Kernel;

public sealed class CursorTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(long.MaxValue, long.MinValue)]
    [InlineData(-5, 1044607795200005)]
    public void A_cursor_comes_back_as_it_was(long first, long second)
    {
        Assert.True(Cursor.TryDecode(Cursor.Encode(first, second), out var a, out var b));
        Assert.Equal((first, second), (a, b));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAA!")]
    public void What_is_no_cursor_is_refused(string text) => Assert.False(Cursor.TryDecode(text, out _, out _));

    [Fact]
    public void No_cursor_is_the_start_of_the_list()
    {
        Assert.True(Cursor.TryDecode(null, out var first, out _));
        Assert.Equal(long.MaxValue, first);
    }

    [Fact]
    public void A_page_cuts_the_row_too_many_and_points_behind_the_last_that_stays()
    {
        var page = Page<int>.Of([1, 2, 3], 2, i => $"after {i}");

        Assert.Equal([1, 2], page.Items);
        Assert.Equal("after 2", page.Next);
        Assert.Null(Page<int>.Of([1, 2], 2, i => $"after {i}").Next);
    }
}
