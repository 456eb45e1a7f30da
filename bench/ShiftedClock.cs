namespace Sward.Bench;

/// <summary>The machine's clock, some time ahead: a festival of weeks in minutes. Timers keep the pace of the machine.</summary>
internal sealed class ShiftedClock(TimeSpan ahead) : TimeProvider
{
    public const string Setting = "Bench:ClockAheadMinutes";

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
