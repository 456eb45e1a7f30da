using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Search.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "search_document_clock",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_document_clock", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_note_document",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    author_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    topics = table.Column<string>(type: "TEXT", nullable: false),
                    aside = table.Column<string>(type: "TEXT", nullable: false),
                    audience = table.Column<byte>(type: "INTEGER", nullable: false),
                    published_at = table.Column<long>(type: "INTEGER", nullable: false),
                    like_count = table.Column<int>(type: "INTEGER", nullable: false),
                    collect_count = table.Column<int>(type: "INTEGER", nullable: false),
                    comment_count = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    text_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_note_document", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_past_query",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_past_query", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_person_document",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    handle = table.Column<string>(type: "TEXT", nullable: false),
                    nickname = table.Column<string>(type: "TEXT", nullable: false),
                    bio = table.Column<string>(type: "TEXT", nullable: false),
                    follower_count = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    text_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_person_document", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_popular_query",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    people = table.Column<int>(type: "INTEGER", nullable: false),
                    heat = table.Column<double>(type: "REAL", nullable: false),
                    usual = table.Column<double>(type: "REAL", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_popular_query", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "search_product_document",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    store_name = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    origin = table.Column<string>(type: "TEXT", nullable: false),
                    category = table.Column<string>(type: "TEXT", nullable: false),
                    brand = table.Column<string>(type: "TEXT", nullable: true),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    price_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    on_sale = table.Column<bool>(type: "INTEGER", nullable: false),
                    sold_count = table.Column<int>(type: "INTEGER", nullable: false),
                    listed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    text_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_product_document", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_query_asker",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_query_asker", x => new { x.key, x.account_id });
                });

            migrationBuilder.CreateTable(
                name: "search_store_owner",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    owner_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_store_owner", x => x.id);
                });

            migrationBuilder.InsertData(
                table: "search_document_clock",
                columns: new[] { "id", "version" },
                values: new object[] { 1, 0L });

            migrationBuilder.CreateIndex(
                name: "ix_search_note_document_version",
                table: "search_note_document",
                column: "version");

            migrationBuilder.CreateIndex(
                name: "ix_search_past_query_account_id_at",
                table: "search_past_query",
                columns: new[] { "account_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_search_past_query_account_id_key",
                table: "search_past_query",
                columns: new[] { "account_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_search_person_document_version",
                table: "search_person_document",
                column: "version");

            migrationBuilder.CreateIndex(
                name: "ix_search_popular_query_at",
                table: "search_popular_query",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_search_product_document_version",
                table: "search_product_document",
                column: "version");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "search_document_clock");

            migrationBuilder.DropTable(
                name: "search_note_document");

            migrationBuilder.DropTable(
                name: "search_past_query");

            migrationBuilder.DropTable(
                name: "search_person_document");

            migrationBuilder.DropTable(
                name: "search_popular_query");

            migrationBuilder.DropTable(
                name: "search_product_document");

            migrationBuilder.DropTable(
                name: "search_query_asker");

            migrationBuilder.DropTable(
                name: "search_store_owner");
        }
    }
}
