using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Discovery.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Learned : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "orders",
                table: "discovery_product_action",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "suggested",
                table: "discovery_person_day",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "suggested_chosen",
                table: "discovery_person_day",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "discovery_pool_crowd",
                columns: table => new
                {
                    note_id = table.Column<long>(type: "INTEGER", nullable: false),
                    room = table.Column<int>(type: "INTEGER", nullable: false),
                    sketch = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    people = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_pool_crowd", x => new { x.note_id, x.room });
                });

            migrationBuilder.CreateTable(
                name: "discovery_print_salt",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    value = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_print_salt", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "discovery_seen_cards",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    younger = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    older = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_seen_cards", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "discovery_suggested_count",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    list = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    slot = table.Column<int>(type: "INTEGER", nullable: false),
                    impressions = table.Column<int>(type: "INTEGER", nullable: false),
                    clicks = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_suggested_count", x => new { x.day, x.list, x.source, x.slot });
                });

            // What is known of a reader is found beside this row, so whoever wished something has one from here on.
            migrationBuilder.Sql(
                """
                INSERT INTO discovery_personalisation_setting (account_id, is_off, since, was_asked)
                SELECT DISTINCT w.account_id, 0, 0, 0 FROM discovery_interest_wish AS w
                WHERE NOT EXISTS (SELECT 1 FROM discovery_personalisation_setting AS s WHERE s.account_id = w.account_id)
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "discovery_pool_crowd");

            migrationBuilder.DropTable(
                name: "discovery_print_salt");

            migrationBuilder.DropTable(
                name: "discovery_seen_cards");

            migrationBuilder.DropTable(
                name: "discovery_suggested_count");

            migrationBuilder.DropColumn(
                name: "orders",
                table: "discovery_product_action");

            migrationBuilder.DropColumn(
                name: "suggested",
                table: "discovery_person_day");

            migrationBuilder.DropColumn(
                name: "suggested_chosen",
                table: "discovery_person_day");
        }
    }
}
