using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Search.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Direct : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_direct",
                table: "search_store_owner",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "name_key",
                table: "search_store_owner",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "outside_link",
                table: "search_store_owner",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ships_from",
                table: "search_product_document",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<double>(
                name: "latitude",
                table: "search_note_document",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "longitude",
                table: "search_note_document",
                type: "REAL",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "search_outside_site",
                columns: table => new
                {
                    host = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_outside_site", x => x.host);
                });

            migrationBuilder.CreateTable(
                name: "search_saved_index",
                columns: table => new
                {
                    mark = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_saved_index", x => x.mark);
                });

            migrationBuilder.CreateIndex(
                name: "ix_search_store_owner_name_key",
                table: "search_store_owner",
                column: "name_key",
                filter: "is_direct");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "search_outside_site");

            migrationBuilder.DropTable(
                name: "search_saved_index");

            migrationBuilder.DropIndex(
                name: "ix_search_store_owner_name_key",
                table: "search_store_owner");

            migrationBuilder.DropColumn(
                name: "is_direct",
                table: "search_store_owner");

            migrationBuilder.DropColumn(
                name: "name_key",
                table: "search_store_owner");

            migrationBuilder.DropColumn(
                name: "outside_link",
                table: "search_store_owner");

            migrationBuilder.DropColumn(
                name: "ships_from",
                table: "search_product_document");

            migrationBuilder.DropColumn(
                name: "latitude",
                table: "search_note_document");

            migrationBuilder.DropColumn(
                name: "longitude",
                table: "search_note_document");
        }
    }
}
