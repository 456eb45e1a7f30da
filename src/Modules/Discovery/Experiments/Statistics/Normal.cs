namespace Sward.Discovery.Experiments.Statistics;

/// <summary>The normal distribution, and the chi-square distribution that comes of squares of it.</summary>
internal static class Normal
{
    /// <summary>The two-sided 95 % quantile.</summary>
    public const double Quantile95 = 1.959963984540054;

    /// <summary>How likely something at least this far from 0 is, on either side.</summary>
    public static double TwoSided(double z) => ChiSquareAbove(z * z, 1);

    /// <summary>How likely a chi-square value above this one is: the regularised upper incomplete gamma function Q(k/2, x/2).</summary>
    /// <remarks>Series and continued fraction of Abramowitz and Stegun, 6.5.29 and 6.5.31.</remarks>
    public static double ChiSquareAbove(double value, int degrees)
    {
        var (a, x) = (degrees / 2.0, value / 2);
        if (x <= 0)
        {
            return 1;
        }

        var front = Math.Exp((a * Math.Log(x)) - x - LogGammaOfHalves(degrees));
        return x < a + 1 ? 1 - (front * Series(a, x)) : front * Fraction(a, x);
    }

    /// <summary>Σ xⁿ / (a (a+1) … (a+n)).</summary>
    private static double Series(double a, double x)
    {
        var (term, sum) = (1 / a, 1 / a);
        for (var n = 1; term > sum * 1e-16; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return sum;
    }

    /// <summary>1/(x+1−a− 1·(1−a)/(x+3−a− 2·(2−a)/(x+5−a− …))), from its end.</summary>
    private static double Fraction(double a, double x)
    {
        const int Depth = 400;
        var rest = 0.0;
        for (var n = Depth; n > 0; n--)
        {
            rest = n * (n - a) / (x + (2 * n) + 1 - a - rest);
        }

        return 1 / (x + 1 - a - rest);
    }

    /// <summary>ln Γ(k/2) by Γ(x+1) = x Γ(x) from Γ(1) = 1 or Γ(1/2) = √π.</summary>
    private static double LogGammaOfHalves(int degrees)
    {
        var (log, x) = degrees % 2 == 0 ? (0.0, 1.0) : (Math.Log(Math.PI) / 2, .5);
        for (; x < (degrees / 2.0) - .25; x++)
        {
            log += Math.Log(x);
        }

        return log;
    }
}
