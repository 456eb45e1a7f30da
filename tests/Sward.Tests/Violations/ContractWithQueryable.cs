using Microsoft.EntityFrameworkCore;

namespace Sward.Contracts.Sample;

public interface ILeakyContract
{
    DbSet<string> All { get; }
}
