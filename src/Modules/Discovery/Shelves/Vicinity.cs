namespace Sward.Discovery.Shelves;

/// <summary>A circle on the map and the cells of a grid of a tenth of a degree (11 km from north to south) that cover it.</summary>
internal readonly record struct Vicinity(Position Middle, double Kilometres)
{
    private const double CellsPerDegree = 10;
    private const int CellsAround = 3600;
    private const double KilometresPerDegree = 111.2;

    public static long CellOf(Position position) => Cell(Row(position.Latitude), Column(position.Longitude));

    public IEnumerable<long> Cells()
    {
        var north = Kilometres / KilometresPerDegree;
        // Meridians come together towards the poles, where a circle covers more columns.
        var east = Math.Min(180, north / Math.Max(0.01, Math.Cos(Middle.Latitude * Math.PI / 180)));
        var (firstColumn, lastColumn) = (Column(Middle.Longitude - east), Column(Middle.Longitude + east));
        lastColumn = Math.Min(lastColumn, firstColumn + CellsAround - 1);
        for (var row = Row(Middle.Latitude - north); row <= Row(Middle.Latitude + north); row++)
        {
            for (var column = firstColumn; column <= lastColumn; column++)
            {
                yield return Cell(row, column);
            }
        }
    }

    private static int Row(double latitude) => (int)Math.Floor(latitude * CellsPerDegree);

    private static int Column(double longitude) => (int)Math.Floor(longitude * CellsPerDegree);

    // Columns run around the world: 180° east and west are neighbours.
    private static long Cell(int row, int column) => ((long)row * CellsAround) + (((column % CellsAround) + CellsAround) % CellsAround);
}
