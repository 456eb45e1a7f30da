using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Media.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "media_doomed_folder",
                columns: table => new
                {
                    medium_id = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_media_doomed_folder", x => x.medium_id);
                });

            migrationBuilder.CreateTable(
                name: "media_medium",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    owner_id = table.Column<long>(type: "INTEGER", nullable: false),
                    token = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: false),
                    height = table.Column<int>(type: "INTEGER", nullable: false),
                    blurhash = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    preview = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    alt = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    widths = table.Column<string>(type: "TEXT", nullable: false),
                    unclaimed_since = table.Column<long>(type: "INTEGER", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_media_medium", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "media_medium_claim",
                columns: table => new
                {
                    use = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    medium_id = table.Column<long>(type: "INTEGER", nullable: false),
                    is_public = table.Column<bool>(type: "INTEGER", nullable: false),
                    note_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_media_medium_claim", x => new { x.use, x.medium_id });
                });

            migrationBuilder.CreateTable(
                name: "media_upload_part",
                columns: table => new
                {
                    upload_id = table.Column<long>(type: "INTEGER", nullable: false),
                    offset = table.Column<long>(type: "INTEGER", nullable: false),
                    blob_key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_media_upload_part", x => new { x.upload_id, x.offset });
                });

            migrationBuilder.CreateTable(
                name: "media_upload_session",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    owner_id = table.Column<long>(type: "INTEGER", nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    offset = table.Column<long>(type: "INTEGER", nullable: false),
                    alt = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    is_finished = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_media_upload_session", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_media_doomed_folder_due_at",
                table: "media_doomed_folder",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "ix_media_medium_token",
                table: "media_medium",
                column: "token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_media_medium_unclaimed_since",
                table: "media_medium",
                column: "unclaimed_since");

            migrationBuilder.CreateIndex(
                name: "ix_media_medium_claim_medium_id",
                table: "media_medium_claim",
                column: "medium_id");

            migrationBuilder.CreateIndex(
                name: "ix_media_upload_session_created_at",
                table: "media_upload_session",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_media_upload_session_owner_id",
                table: "media_upload_session",
                column: "owner_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "media_doomed_folder");

            migrationBuilder.DropTable(
                name: "media_medium");

            migrationBuilder.DropTable(
                name: "media_medium_claim");

            migrationBuilder.DropTable(
                name: "media_upload_part");

            migrationBuilder.DropTable(
                name: "media_upload_session");
        }
    }
}
