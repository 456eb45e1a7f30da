using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Search.Migrations.Postgres
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
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_blocked_term", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "search_pin",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    target_id = table.Column<long>(type: "bigint", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_pin", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_rule_change",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    operator_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    added = table.Column<bool>(type: "boolean", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_rule_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_synonym_group",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    words = table.Column<string[]>(type: "text[]", nullable: false)
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
