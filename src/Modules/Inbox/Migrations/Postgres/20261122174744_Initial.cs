using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Inbox.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "inbox_actor",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    group_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    actor_id = table.Column<long>(type: "bigint", nullable: false),
                    notice_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_actor", x => new { x.account_id, x.group_key, x.actor_id });
                });

            migrationBuilder.CreateTable(
                name: "inbox_muted_tab",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    tab = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_muted_tab", x => new { x.account_id, x.tab });
                });

            migrationBuilder.CreateTable(
                name: "inbox_notice",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    tab = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    open_group = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    subject_id = table.Column<long>(type: "bigint", nullable: false),
                    comment_id = table.Column<long>(type: "bigint", nullable: true),
                    actor_id = table.Column<long>(type: "bigint", nullable: true),
                    actor_count = table.Column<int>(type: "integer", nullable: false),
                    excerpt = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_notice", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_inbox_actor_account_id_actor_id",
                table: "inbox_actor",
                columns: new[] { "account_id", "actor_id" });

            migrationBuilder.CreateIndex(
                name: "ix_inbox_actor_notice_id_at",
                table: "inbox_actor",
                columns: new[] { "notice_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_inbox_notice_account_id_at_id",
                table: "inbox_notice",
                columns: new[] { "account_id", "at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_inbox_notice_account_id_open_group",
                table: "inbox_notice",
                columns: new[] { "account_id", "open_group" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inbox_notice_account_id_tab_at_id",
                table: "inbox_notice",
                columns: new[] { "account_id", "tab", "at", "id" },
                descending: new[] { false, false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_inbox_notice_comment_id",
                table: "inbox_notice",
                column: "comment_id");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_notice_subject_id_tab",
                table: "inbox_notice",
                columns: new[] { "subject_id", "tab" });

            migrationBuilder.CreateIndex(
                name: "ix_inbox_notice_unread",
                table: "inbox_notice",
                columns: new[] { "account_id", "tab" },
                filter: "read_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "inbox_actor");

            migrationBuilder.DropTable(
                name: "inbox_muted_tab");

            migrationBuilder.DropTable(
                name: "inbox_notice");
        }
    }
}
