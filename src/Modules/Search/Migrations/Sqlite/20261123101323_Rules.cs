using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Search.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Rules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "search_blocked_term",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_blocked_term", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "search_pin",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    target_id = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_pin", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_rule_change",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    operator_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    added = table.Column<bool>(type: "INTEGER", nullable: false),
                    rule = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_rule_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_synonym_group",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_synonym_group", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_search_query_asker_account_id",
                table: "search_query_asker",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_search_pin_key_kind_target_id",
                table: "search_pin",
                columns: new[] { "key", "kind", "target_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "search_blocked_term");

            migrationBuilder.DropTable(
                name: "search_pin");

            migrationBuilder.DropTable(
                name: "search_rule_change");

            migrationBuilder.DropTable(
                name: "search_synonym_group");

            migrationBuilder.DropIndex(
                name: "ix_search_query_asker_account_id",
                table: "search_query_asker");
        }
    }
}
