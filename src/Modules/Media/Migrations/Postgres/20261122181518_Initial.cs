using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Media.Migrations.Postgres
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
                    medium_id = table.Column<long>(type: "bigint", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_media_doomed_folder", x => x.medium_id);
                });

            migrationBuilder.CreateTable(
                name: "media_medium",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    owner_id = table.Column<long>(type: "bigint", nullable: false),
                    token = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false),
                    blurhash = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    preview = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    alt = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    widths = table.Column<List<int>>(type: "integer[]", nullable: false),
                    unclaimed_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_media_medium", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "media_medium_claim",
                columns: table => new
                {
                    use = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    medium_id = table.Column<long>(type: "bigint", nullable: false),
                    is_public = table.Column<bool>(type: "boolean", nullable: false),
                    note_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_media_medium_claim", x => new { x.use, x.medium_id });
                });

            migrationBuilder.CreateTable(
                name: "media_upload_part",
                columns: table => new
                {
                    upload_id = table.Column<long>(type: "bigint", nullable: false),
                    offset = table.Column<long>(type: "bigint", nullable: false),
                    blob_key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_media_upload_part", x => new { x.upload_id, x.offset });
                });

            migrationBuilder.CreateTable(
                name: "media_upload_session",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    owner_id = table.Column<long>(type: "bigint", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    offset = table.Column<long>(type: "bigint", nullable: false),
                    alt = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    is_finished = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
