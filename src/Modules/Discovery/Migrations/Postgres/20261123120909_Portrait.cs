using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Discovery.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Portrait : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "discovery_hot_entry",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    target = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    burst = table.Column<double>(type: "double precision", nullable: false),
                    people = table.Column<double>(type: "double precision", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_hot_entry", x => new { x.kind, x.place });
                });

            migrationBuilder.CreateTable(
                name: "discovery_interest_wish",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    turn = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_interest_wish", x => new { x.account_id, x.kind, x.name });
                });

            migrationBuilder.CreateTable(
                name: "discovery_personalisation_setting",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    is_off = table.Column<bool>(type: "boolean", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    was_asked = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_personalisation_setting", x => x.account_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_discovery_note_action_note_id_account_id",
                table: "discovery_note_action",
                columns: new[] { "note_id", "account_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "discovery_hot_entry");

            migrationBuilder.DropTable(
                name: "discovery_interest_wish");

            migrationBuilder.DropTable(
                name: "discovery_personalisation_setting");

            migrationBuilder.DropIndex(
                name: "ix_discovery_note_action_note_id_account_id",
                table: "discovery_note_action");
        }
    }
}
