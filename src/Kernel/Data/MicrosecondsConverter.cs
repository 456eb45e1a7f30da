using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Sward.Kernel;

/// <summary>SQLite has no instant type and EF refuses to order DateTimeOffset text; whole microseconds sort and match PostgreSQL's precision.</summary>
internal sealed class MicrosecondsConverter() : ValueConverter<DateTimeOffset, long>(
    value => ToMicros(value),
    micros => FromMicros(micros))
{
    public static long ToMicros(DateTimeOffset value) => (value.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicros(long micros) => new(DateTimeOffset.UnixEpoch.Ticks + (micros * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
