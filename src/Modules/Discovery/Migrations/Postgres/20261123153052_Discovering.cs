using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Discovery.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Discovering : Migration
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
                name: "discovery_drafted_pick",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    note_id = table.Column<long>(type: "bigint", nullable: false),
                    team = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_opened = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_drafted_pick", x => new { x.account_id, x.note_id });
                });

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
                name: "discovery_product_action",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    product_id = table.Column<long>(type: "bigint", nullable: false),
                    viewed = table.Column<bool>(type: "boolean", nullable: false),
                    in_cart = table.Column<bool>(type: "boolean", nullable: false),
                    bought_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_product_action", x => new { x.account_id, x.product_id });
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
                name: "ix_discovery_note_action_note_id_account_id",
                table: "discovery_note_action",
                columns: new[] { "note_id", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_discovery_hide_kind_target",
                table: "discovery_hide",
                columns: new[] { "kind", "target" });

            migrationBuilder.CreateIndex(
                name: "ix_discovery_drafted_pick_at",
                table: "discovery_drafted_pick",
                column: "at");

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
                name: "ix_discovery_product_action_account_id_at",
                table: "discovery_product_action",
                columns: new[] { "account_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_discovery_product_action_at",
                table: "discovery_product_action",
                column: "at");

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
                name: "discovery_drafted_pick");

            migrationBuilder.DropTable(
                name: "discovery_hot_entry");

            migrationBuilder.DropTable(
                name: "discovery_interest_wish");

            migrationBuilder.DropTable(
                name: "discovery_look_up");

            migrationBuilder.DropTable(
                name: "discovery_personalisation_setting");

            migrationBuilder.DropTable(
                name: "discovery_pool_stay");

            migrationBuilder.DropTable(
                name: "discovery_product_action");

            migrationBuilder.DropTable(
                name: "discovery_reach_day");

            migrationBuilder.DropTable(
                name: "discovery_shown_count");

            migrationBuilder.DropTable(
                name: "discovery_won_follow");

            migrationBuilder.DropIndex(
                name: "ix_discovery_note_action_note_id_account_id",
                table: "discovery_note_action");

            migrationBuilder.DropIndex(
                name: "ix_discovery_hide_kind_target",
                table: "discovery_hide");

            migrationBuilder.DropColumn(
                name: "is_report",
                table: "discovery_hide");
        }
    }
}
