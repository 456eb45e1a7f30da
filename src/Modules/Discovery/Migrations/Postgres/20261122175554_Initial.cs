using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Discovery.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "discovery_feed_note",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: false),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    visibility = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    topics = table.Column<string[]>(type: "text[]", nullable: false),
                    product_ids = table.Column<long[]>(type: "bigint[]", nullable: false),
                    categories = table.Column<string[]>(type: "text[]", nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    newness = table.Column<long>(type: "bigint", nullable: false),
                    likes = table.Column<int>(type: "integer", nullable: false),
                    collects = table.Column<int>(type: "integer", nullable: false),
                    commenters = table.Column<int>(type: "integer", nullable: false),
                    shares = table.Column<int>(type: "integer", nullable: false),
                    heat = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_feed_note", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "discovery_hide",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    target = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_hide", x => new { x.account_id, x.kind, x.target });
                });

            migrationBuilder.CreateIndex(
                name: "ix_discovery_feed_note_author_id_newness_id",
                table: "discovery_feed_note",
                columns: new[] { "author_id", "newness", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_discovery_feed_note_visibility_channel_heat_id",
                table: "discovery_feed_note",
                columns: new[] { "visibility", "channel", "heat", "id" },
                descending: new[] { false, false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_discovery_feed_note_visibility_heat_id",
                table: "discovery_feed_note",
                columns: new[] { "visibility", "heat", "id" },
                descending: new[] { false, true, true });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "discovery_feed_note");

            migrationBuilder.DropTable(
                name: "discovery_hide");
        }
    }
}
