using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Wants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "mall_want",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    sku_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    price_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    stock = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    is_price_told = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_sale_told = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_want", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mall_wanted_word",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    people = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_wanted_word", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mall_word_asker",
                columns: table => new
                {
                    word_id = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_word_asker", x => new { x.word_id, x.account_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_mall_want_account_id_id",
                table: "mall_want",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_want_account_id_sku_id",
                table: "mall_want",
                columns: new[] { "account_id", "sku_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mall_want_stock_id",
                table: "mall_want",
                columns: new[] { "stock", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_wanted_word_key",
                table: "mall_wanted_word",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mall_wanted_word_people_id",
                table: "mall_wanted_word",
                columns: new[] { "people", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_word_asker_account_id_word_id",
                table: "mall_word_asker",
                columns: new[] { "account_id", "word_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mall_want");

            migrationBuilder.DropTable(
                name: "mall_wanted_word");

            migrationBuilder.DropTable(
                name: "mall_word_asker");
        }
    }
}
