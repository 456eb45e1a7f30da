using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Discovery.Migrations.Sqlite
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
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    author_id = table.Column<long>(type: "INTEGER", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    visibility = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    topics = table.Column<string>(type: "TEXT", nullable: false),
                    product_ids = table.Column<string>(type: "TEXT", nullable: false),
                    categories = table.Column<string>(type: "TEXT", nullable: false),
                    latitude = table.Column<double>(type: "REAL", nullable: true),
                    longitude = table.Column<double>(type: "REAL", nullable: true),
                    published_at = table.Column<long>(type: "INTEGER", nullable: false),
                    newness = table.Column<long>(type: "INTEGER", nullable: false),
                    likes = table.Column<int>(type: "INTEGER", nullable: false),
                    collects = table.Column<int>(type: "INTEGER", nullable: false),
                    commenters = table.Column<int>(type: "INTEGER", nullable: false),
                    shares = table.Column<int>(type: "INTEGER", nullable: false),
                    heat = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_feed_note", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "discovery_hide",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    target = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
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
