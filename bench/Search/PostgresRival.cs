using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Sward.Bench;

/// <summary>PostgreSQL's text search: a GIN index, ranked by ts_rank.</summary>
internal sealed class PostgresRival : IRival, IDisposable
{
    private readonly NpgsqlConnection connection;

    public PostgresRival(string server, IEnumerable<(int Id, string Tokens)> notes)
    {
        connection = new NpgsqlConnection($"{server};Database=postgres;Command Timeout=0");
        connection.Open();
        Run("CREATE UNLOGGED TABLE raw (id int, tokens text)");
        using (var copy = connection.BeginBinaryImport("COPY raw FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var (id, tokens) in notes)
            {
                copy.StartRow();
                copy.Write(id, NpgsqlDbType.Integer);
                copy.Write(tokens, NpgsqlDbType.Text);
            }

            copy.Complete();
        }

        Run("CREATE UNLOGGED TABLE note AS SELECT id, to_tsvector('simple', tokens) AS words FROM raw; DROP TABLE raw; CREATE INDEX note_words ON note USING gin (words); VACUUM ANALYZE note");
    }

    public string Name => "postgres";

    public int Find(IReadOnlyList<string> tokens, bool all)
    {
        using var find = connection.CreateCommand();
        find.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT id FROM note, to_tsquery('simple', $1) AS query WHERE words @@ query ORDER BY ts_rank(words, query) DESC LIMIT {SearchBench.Take}");
        find.Parameters.Add(new() { Value = string.Join(all ? " & " : " | ", tokens) });
        using var rows = find.ExecuteReader();
        var count = 0;
        while (rows.Read())
        {
            count++;
        }

        return count;
    }

    public void Dispose() => connection.Dispose();

    private void Run(string statements)
    {
        foreach (var statement in statements.Split(';'))
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }
}
