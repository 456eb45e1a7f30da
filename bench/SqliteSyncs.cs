using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Sward.Bench;

/// <summary>
/// Counts how often SQLite waits for the disk, at its door to the operating system: the table of methods of the files that a connection has open is replaced by a copy whose <c>xSync</c> counts
/// and then does what it did (sqlite.org/c3ref/io_methods.html).
/// </summary>
internal static unsafe partial class SqliteSyncs
{
    /// <summary>What sqlite3_file_control is asked for: the file of the database, and that of its log.</summary>
    private const int DatabaseFile = 7, LogFile = 28;

    /// <summary>A table holds its version and eighteen methods; the fifth of them is xSync.</summary>
    private const int Entries = 19, Sync = 5;

    private static readonly Lock Gate = new();
    private static readonly ConditionalWeakTable<object, object> Watched = [];
    private static nint* database, log;
    private static delegate* unmanaged[Cdecl]<nint, int, int> original;
    private static int ofTheDatabase, ofTheLog;

    /// <summary>Of the write-ahead log so far: one for each durable commit, and one more when the log begins anew.</summary>
    public static int OfTheLog => Volatile.Read(ref ofTheLog);

    /// <summary>Of the database's file: when a checkpoint has written the log back into it.</summary>
    public static int OfTheDatabase => Volatile.Read(ref ofTheDatabase);

    /// <summary>Counts what a connection does from now on; doing it again changes nothing.</summary>
    public static void Watch(SqliteConnection connection)
    {
        lock (Gate)
        {
            if (!Watched.TryAdd(connection.Handle!, connection.Handle!))
            {
                return;
            }

            // The log is opened by the first read.
            using var read = connection.CreateCommand();
            read.CommandText = "SELECT count(*) FROM sqlite_schema";
            read.ExecuteScalar();
            Replace(connection, DatabaseFile, ref database, &SyncDatabase);
            Replace(connection, LogFile, ref log, &SyncLog);
        }
    }

    private static void Replace(SqliteConnection connection, int which, ref nint* copy, delegate* unmanaged[Cdecl]<nint, int, int> counting)
    {
        nint** file = null;
        if (FileControl(connection.Handle!.DangerousGetHandle(), "main", which, &file) != 0 || file == null || *file == null)
        {
            throw new InvalidOperationException("SQLite does not say which file it has open.");
        }

        if (copy == null)
        {
            original = (delegate* unmanaged[Cdecl]<nint, int, int>)(*file)[Sync];
            copy = (nint*)NativeMemory.Alloc(Entries, (nuint)sizeof(nint));
            new ReadOnlySpan<nint>(*file, Entries).CopyTo(new Span<nint>(copy, Entries));
            copy[Sync] = (nint)counting;
        }

        *file = copy;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SyncDatabase(nint file, int flags)
    {
        Interlocked.Increment(ref ofTheDatabase);
        return original(file, flags);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SyncLog(nint file, int flags)
    {
        Interlocked.Increment(ref ofTheLog);
        return original(file, flags);
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_file_control", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int FileControl(nint db, string name, int operation, nint*** file);
}
