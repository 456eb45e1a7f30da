using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Offers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_mall_coupon_issue_stores_store_id",
                table: "mall_coupon_issue");

            migrationBuilder.AlterColumn<long>(
                name: "store_id",
                table: "mall_coupon_issue",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<string>(
                name: "categories",
                table: "mall_coupon_issue",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "currency",
                table: "mall_coupon_issue",
                type: "TEXT",
                maxLength: 3,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "mall_public_offer",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    store_id = table.Column<long>(type: "INTEGER", nullable: true),
                    title = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    terms = table.Column<string>(type: "TEXT", nullable: false),
                    product_ids = table.Column<string>(type: "TEXT", nullable: false),
                    categories = table.Column<string>(type: "TEXT", nullable: false),
                    priority = table.Column<int>(type: "INTEGER", nullable: false),
                    is_exclusive = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_public_offer", x => x.id);
                    table.ForeignKey(
                        name: "fk_mall_public_offer_stores_store_id",
                        column: x => x.store_id,
                        principalTable: "mall_store",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_mall_public_offer_store_id_until",
                table: "mall_public_offer",
                columns: new[] { "store_id", "until" });

            // What coupons were given out by is what their stores trade in.
            migrationBuilder.Sql("UPDATE mall_coupon_issue SET currency = (SELECT currency FROM mall_store WHERE mall_store.id = store_id)");

            // The one discount that a store could have is an offer like others now.
            migrationBuilder.Sql("""
                INSERT INTO mall_public_offer (id, store_id, title, currency, terms, product_ids, categories, priority, is_exclusive, created_at, "from", until)
                SELECT id, id, name, currency, '{"threshold":{"tiers":[{"fromMinor":' || threshold_minor || ',"offMinor":' || off_minor || '}]}}', '[]', '[]', 0, 0,
                       opened_at, opened_at, opened_at + 315576000000000
                FROM mall_store WHERE off_minor > 0
                """);

            migrationBuilder.DropColumn(
                name: "off_minor",
                table: "mall_store");

            migrationBuilder.DropColumn(
                name: "threshold_minor",
                table: "mall_store");

            migrationBuilder.AddForeignKey(
                name: "fk_mall_coupon_issue_stores_store_id",
                table: "mall_coupon_issue",
                column: "store_id",
                principalTable: "mall_store",
                principalColumn: "id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_mall_coupon_issue_stores_store_id",
                table: "mall_coupon_issue");

            migrationBuilder.DropTable(
                name: "mall_public_offer");

            migrationBuilder.DropColumn(
                name: "categories",
                table: "mall_coupon_issue");

            migrationBuilder.DropColumn(
                name: "currency",
                table: "mall_coupon_issue");

            migrationBuilder.AddColumn<long>(
                name: "off_minor",
                table: "mall_store",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "threshold_minor",
                table: "mall_store",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AlterColumn<long>(
                name: "store_id",
                table: "mall_coupon_issue",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.AddForeignKey(
                name: "fk_mall_coupon_issue_stores_store_id",
                table: "mall_coupon_issue",
                column: "store_id",
                principalTable: "mall_store",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
