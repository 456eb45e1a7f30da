using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Notes.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "notes_board",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    visibility = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    is_first = table.Column<bool>(type: "INTEGER", nullable: false),
                    used_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes_board", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notes_comment",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    note_id = table.Column<long>(type: "INTEGER", nullable: false),
                    author_id = table.Column<long>(type: "INTEGER", nullable: false),
                    thread_id = table.Column<long>(type: "INTEGER", nullable: true),
                    reply_to_account_id = table.Column<long>(type: "INTEGER", nullable: true),
                    body = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    mention_ids = table.Column<string>(type: "TEXT", nullable: false),
                    like_count = table.Column<int>(type: "INTEGER", nullable: false),
                    reply_count = table.Column<int>(type: "INTEGER", nullable: false),
                    rank = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    deleted_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes_comment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notes_comment_like",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    comment_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes_comment_like", x => new { x.account_id, x.comment_id });
                });

            migrationBuilder.CreateTable(
                name: "notes_draft",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    saved_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes_draft", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notes_like",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    note_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes_like", x => new { x.account_id, x.note_id });
                });

            migrationBuilder.CreateTable(
                name: "notes_note",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    author_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    media_ids = table.Column<string>(type: "TEXT", nullable: false),
                    cover_design = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    topics = table.Column<string>(type: "TEXT", nullable: false),
                    place_id = table.Column<long>(type: "INTEGER", nullable: true),
                    lat = table.Column<double>(type: "REAL", nullable: true),
                    lng = table.Column<double>(type: "REAL", nullable: true),
                    product_ids = table.Column<string>(type: "TEXT", nullable: false),
                    mention_ids = table.Column<string>(type: "TEXT", nullable: false),
                    visibility = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    chosen_ids = table.Column<string>(type: "TEXT", nullable: false),
                    commenters = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    disclosure = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ai_made = table.Column<bool>(type: "INTEGER", nullable: false),
                    original = table.Column<bool>(type: "INTEGER", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    bought_product_id = table.Column<long>(type: "INTEGER", nullable: true),
                    like_count = table.Column<int>(type: "INTEGER", nullable: false),
                    collect_count = table.Column<int>(type: "INTEGER", nullable: false),
                    comment_count = table.Column<int>(type: "INTEGER", nullable: false),
                    share_count = table.Column<int>(type: "INTEGER", nullable: false),
                    pinned_comment_id = table.Column<long>(type: "INTEGER", nullable: true),
                    pinned_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    published_at = table.Column<long>(type: "INTEGER", nullable: false),
                    edited_at = table.Column<long>(type: "INTEGER", nullable: true),
                    deleted_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes_note", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notes_note_edit",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    note_id = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes_note_edit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notes_note_product",
                columns: table => new
                {
                    product_id = table.Column<long>(type: "INTEGER", nullable: false),
                    note_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes_note_product", x => new { x.product_id, x.note_id });
                });

            migrationBuilder.CreateTable(
                name: "notes_note_topic",
                columns: table => new
                {
                    topic_id = table.Column<long>(type: "INTEGER", nullable: false),
                    note_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes_note_topic", x => new { x.topic_id, x.note_id });
                });

            migrationBuilder.CreateTable(
                name: "notes_place",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 1200, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    note_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes_place", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notes_publish_key",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    note_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes_publish_key", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "notes_share",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    note_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes_share", x => new { x.account_id, x.note_id });
                });

            migrationBuilder.CreateTable(
                name: "notes_topic",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 540, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    note_count = table.Column<int>(type: "INTEGER", nullable: false),
                    follower_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes_topic", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notes_topic_follow",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    topic_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes_topic_follow", x => new { x.account_id, x.topic_id });
                });

            migrationBuilder.CreateTable(
                name: "notes_turn",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes_turn", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "notes_collect",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    note_id = table.Column<long>(type: "INTEGER", nullable: false),
                    board_id = table.Column<long>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes_collect", x => new { x.account_id, x.note_id });
                    table.ForeignKey(
                        name: "fk_notes_collect_notes_board_board_id",
                        column: x => x.board_id,
                        principalTable: "notes_board",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_notes_board_account_id",
                table: "notes_board",
                column: "account_id",
                unique: true,
                filter: "is_first");

            migrationBuilder.CreateIndex(
                name: "ix_notes_board_account_id_used_at_id",
                table: "notes_board",
                columns: new[] { "account_id", "used_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_notes_collect_account_id_at_note_id",
                table: "notes_collect",
                columns: new[] { "account_id", "at", "note_id" });

            migrationBuilder.CreateIndex(
                name: "ix_notes_collect_board_id_at_note_id",
                table: "notes_collect",
                columns: new[] { "board_id", "at", "note_id" });

            migrationBuilder.CreateIndex(
                name: "ix_notes_comment_note_id_author_id",
                table: "notes_comment",
                columns: new[] { "note_id", "author_id" });

            migrationBuilder.CreateIndex(
                name: "ix_notes_comment_note_id_thread_id_id",
                table: "notes_comment",
                columns: new[] { "note_id", "thread_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_notes_comment_note_id_thread_id_rank_id",
                table: "notes_comment",
                columns: new[] { "note_id", "thread_id", "rank", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_notes_comment_thread_id_id",
                table: "notes_comment",
                columns: new[] { "thread_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_notes_draft_account_id_saved_at_id",
                table: "notes_draft",
                columns: new[] { "account_id", "saved_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_notes_like_account_id_at_note_id",
                table: "notes_like",
                columns: new[] { "account_id", "at", "note_id" });

            migrationBuilder.CreateIndex(
                name: "ix_notes_note_author_id_published_at_id",
                table: "notes_note",
                columns: new[] { "author_id", "published_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_notes_note_place_id_id",
                table: "notes_note",
                columns: new[] { "place_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_notes_note_edit_note_id_id",
                table: "notes_note_edit",
                columns: new[] { "note_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_notes_note_product_note_id",
                table: "notes_note_product",
                column: "note_id");

            migrationBuilder.CreateIndex(
                name: "ix_notes_note_topic_note_id",
                table: "notes_note_topic",
                column: "note_id");

            migrationBuilder.CreateIndex(
                name: "ix_notes_place_key",
                table: "notes_place",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notes_topic_key",
                table: "notes_topic",
                column: "key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notes_collect");

            migrationBuilder.DropTable(
                name: "notes_comment");

            migrationBuilder.DropTable(
                name: "notes_comment_like");

            migrationBuilder.DropTable(
                name: "notes_draft");

            migrationBuilder.DropTable(
                name: "notes_like");

            migrationBuilder.DropTable(
                name: "notes_note");

            migrationBuilder.DropTable(
                name: "notes_note_edit");

            migrationBuilder.DropTable(
                name: "notes_note_product");

            migrationBuilder.DropTable(
                name: "notes_note_topic");

            migrationBuilder.DropTable(
                name: "notes_place");

            migrationBuilder.DropTable(
                name: "notes_publish_key");

            migrationBuilder.DropTable(
                name: "notes_share");

            migrationBuilder.DropTable(
                name: "notes_topic");

            migrationBuilder.DropTable(
                name: "notes_topic_follow");

            migrationBuilder.DropTable(
                name: "notes_turn");

            migrationBuilder.DropTable(
                name: "notes_board");
        }
    }
}
