using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Discovery.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Pools : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_report",
                table: "discovery_hide",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "discovery_look_up",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    operator_id = table.Column<long>(type: "bigint", nullable: false),
                    reader_id = table.Column<long>(type: "bigint", nullable: false),
                    note_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_look_up", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "discovery_pool_stay",
                columns: table => new
                {
                    note_id = table.Column<long>(type: "bigint", nullable: false),
                    room = table.Column<int>(type: "integer", nullable: false),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_before = table.Column<int>(type: "integer", nullable: false),
                    seen = table.Column<int>(type: "integer", nullable: false),
                    per_impression = table.Column<double>(type: "double precision", nullable: false),
                    bound = table.Column<double>(type: "double precision", nullable: false),
                    median = table.Column<double>(type: "double precision", nullable: false),
                    left_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_pool_stay", x => new { x.note_id, x.room });
                });

            migrationBuilder.CreateTable(
                name: "discovery_reach_day",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    band = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    impressions = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_reach_day", x => new { x.day, x.band });
                });

            migrationBuilder.CreateTable(
                name: "discovery_shown_count",
                columns: table => new
                {
                    note_id = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    surface = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    slot = table.Column<int>(type: "integer", nullable: false),
                    impressions = table.Column<int>(type: "integer", nullable: false),
                    to_followers = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_shown_count", x => new { x.note_id, x.day, x.surface, x.source, x.slot });
                });

            migrationBuilder.CreateTable(
                name: "discovery_won_follow",
                columns: table => new
                {
                    follower_id = table.Column<long>(type: "bigint", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    note_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_won_follow", x => new { x.follower_id, x.author_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_discovery_hide_kind_target",
                table: "discovery_hide",
                columns: new[] { "kind", "target" });

            migrationBuilder.CreateIndex(
                name: "ix_discovery_look_up_note_id_id",
                table: "discovery_look_up",
                columns: new[] { "note_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_discovery_pool_stay_entered_at",
                table: "discovery_pool_stay",
                column: "entered_at");

            migrationBuilder.CreateIndex(
                name: "ix_discovery_pool_stay_left_at",
                table: "discovery_pool_stay",
                column: "left_at");

            migrationBuilder.CreateIndex(
                name: "ix_discovery_shown_count_day",
                table: "discovery_shown_count",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_discovery_won_follow_note_id_at",
                table: "discovery_won_follow",
                columns: new[] { "note_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "discovery_look_up");

            migrationBuilder.DropTable(
                name: "discovery_pool_stay");

            migrationBuilder.DropTable(
                name: "discovery_reach_day");

            migrationBuilder.DropTable(
                name: "discovery_shown_count");

            migrationBuilder.DropTable(
                name: "discovery_won_follow");

            migrationBuilder.DropIndex(
                name: "ix_discovery_hide_kind_target",
                table: "discovery_hide");

            migrationBuilder.DropColumn(
                name: "is_report",
                table: "discovery_hide");
        }
    }
}
