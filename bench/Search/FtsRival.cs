using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Sward.Bench;

/// <summary>SQLite's FTS5, without a copy of the texts, ranked by its bm25.</summary>
internal sealed class FtsRival : IRival, IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand find;

    public FtsRival(string file, IEnumerable<(int Id, string Tokens)> notes)
    {
        connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000; CREATE VIRTUAL TABLE note USING fts5(tokens, content = '')");
        using (var transaction = connection.BeginTransaction())
        {
            Fill(notes);
            transaction.Commit();
        }

        Run("INSERT INTO note(note) VALUES ('optimize')");
        find = connection.CreateCommand();
        find.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT rowid FROM note WHERE note MATCH $query ORDER BY rank LIMIT {SearchBench.Take}");
        find.Parameters.Add("$query", SqliteType.Text);
    }

    public string Name => "fts5";

    public int Find(IReadOnlyList<string> tokens, bool all)
    {
        find.Parameters[0].Value = string.Join(all ? " AND " : " OR ", tokens.Select(token => $"\"{token}\""));
        using var rows = find.ExecuteReader();
        var count = 0;
        while (rows.Read())
        {
            count++;
        }

        return count;
    }

    public void Dispose()
    {
        find.Dispose();
        connection.Dispose();
    }

    private void Fill(IEnumerable<(int Id, string Tokens)> notes)
    {
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO note(rowid, tokens) VALUES ($id, $tokens)";
        var (id, tokens) = (insert.Parameters.Add("$id", SqliteType.Integer), insert.Parameters.Add("$tokens", SqliteType.Text));
        foreach (var note in notes)
        {
            (id.Value, tokens.Value) = (note.Id, note.Tokens);
            insert.ExecuteNonQuery();
        }
    }

    private void Run(string statements)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }
}
