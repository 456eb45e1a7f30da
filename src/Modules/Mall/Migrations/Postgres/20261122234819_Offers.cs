using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Postgres
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
                type: "bigint",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "bigint");

            migrationBuilder.AddColumn<string[]>(
                name: "categories",
                table: "mall_coupon_issue",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string>(
                name: "currency",
                table: "mall_coupon_issue",
                type: "character varying(3)",
                maxLength: 3,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.CreateTable(
                name: "mall_public_offer",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    store_id = table.Column<long>(type: "bigint", nullable: true),
                    title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    terms = table.Column<string>(type: "text", nullable: false),
                    product_ids = table.Column<long[]>(type: "bigint[]", nullable: false),
                    categories = table.Column<string[]>(type: "text[]", nullable: false),
                    priority = table.Column<int>(type: "integer", nullable: false),
                    is_exclusive = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
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
                SELECT id, id, name, currency, '{"threshold":{"tiers":[{"fromMinor":' || threshold_minor || ',"offMinor":' || off_minor || '}]}}', '{}', '{}', 0, false,
                       opened_at, opened_at, opened_at + interval '10 years'
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
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "threshold_minor",
                table: "mall_store",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AlterColumn<long>(
                name: "store_id",
                table: "mall_coupon_issue",
                type: "bigint",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "bigint",
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
