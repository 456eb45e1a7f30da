using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Search.Migrations.Postgres
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
                    id = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_document_clock", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_note_document",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    body = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    topics = table.Column<string[]>(type: "text[]", nullable: false),
                    aside = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    audience = table.Column<byte>(type: "smallint", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    like_count = table.Column<int>(type: "integer", nullable: false),
                    collect_count = table.Column<int>(type: "integer", nullable: false),
                    comment_count = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    text_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_note_document", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_past_query",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_past_query", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_person_document",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    handle = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    nickname = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    bio = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    follower_count = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    text_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_person_document", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_popular_query",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false),
                    heat = table.Column<double>(type: "double precision", nullable: false),
                    usual = table.Column<double>(type: "double precision", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_popular_query", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "search_product_document",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    store_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    origin = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    category = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    brand = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    description = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    price_minor = table.Column<long>(type: "bigint", nullable: false),
                    on_sale = table.Column<bool>(type: "boolean", nullable: false),
                    sold_count = table.Column<int>(type: "integer", nullable: false),
                    listed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    text_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_product_document", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_query_asker",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_query_asker", x => new { x.key, x.account_id });
                });

            migrationBuilder.CreateTable(
                name: "search_store_owner",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    owner_id = table.Column<long>(type: "bigint", nullable: false)
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
