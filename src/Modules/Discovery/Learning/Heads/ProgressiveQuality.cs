namespace Sward.Discovery.Learning.Heads;

/// <summary>How good a head is at what it had not seen: each example is foretold before it is learned. Older ones fade, half of them by each so many examples.</summary>
internal sealed class ProgressiveQuality
{
    private const int Steps = 1_000;
    private const double HalfLife = 50_000;

    /// <summary>Beyond it all is counted anew in a smaller unit.</summary>
    private const double Heaviest = 100;
    private static readonly double Fading = Math.Pow(.5, 1 / HalfLife);

    private readonly double[] came = new double[Steps];
    private readonly double[] didNot = new double[Steps];
    private double foretold;
    private double happened;
    // Instead of making all counts smaller with each example, the new ones weigh more.
    private double weight = 1;

    public long Examples { get; private set; }

    /// <summary>How often the action came at all, of late.</summary>
    public double Rate => Total > 0 ? happened / Total : 0;

    /// <summary>What was foretold over what came; 1 is right, more is boastful. 0 until something came.</summary>
    public double Calibration => happened > 0 ? foretold / happened : 0;

    /// <summary>How likely one that came was foretold higher than one that did not, ties counting half; .5 knows nothing.</summary>
    public double Auc
    {
        get
        {
            var (below, pairs, positives) = (0.0, 0.0, 0.0);
            for (var step = 0; step < Steps; step++)
            {
                pairs += came[step] * (below + (didNot[step] / 2));
                below += didNot[step];
                positives += came[step];
            }

            return below > 0 && positives > 0 ? pairs / (below * positives) : .5;
        }
    }

    private double Total => came.Sum() + didNot.Sum();

    public void Add(double chance, bool isPositive)
    {
        Examples++;
        weight /= Fading;
        foretold += chance * weight;
        happened += isPositive ? weight : 0;
        (isPositive ? came : didNot)[StepOf(chance)] += weight;
        if (weight > Heaviest)
        {
            Shrink();
        }
    }

    /// <summary>Actions are rare, so small chances are told apart more finely: steps are even in the square root.</summary>
    private static int StepOf(double chance) => Math.Min(Steps - 1, (int)(Math.Sqrt(chance) * Steps));

    private void Shrink()
    {
        for (var step = 0; step < Steps; step++)
        {
            came[step] /= weight;
            didNot[step] /= weight;
        }

        foretold /= weight;
        happened /= weight;
        weight = 1;
    }
}
