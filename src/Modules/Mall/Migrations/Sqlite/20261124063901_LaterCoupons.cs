using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LaterCoupons : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_exclusive",
                table: "mall_coupon_issue",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "priority",
                table: "mall_coupon_issue",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "usable_from",
                table: "mall_coupon_issue",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_mall_cart_line_sku_id",
                table: "mall_cart_line",
                column: "sku_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_mall_cart_line_sku_id",
                table: "mall_cart_line");

            migrationBuilder.DropColumn(
                name: "is_exclusive",
                table: "mall_coupon_issue");

            migrationBuilder.DropColumn(
                name: "priority",
                table: "mall_coupon_issue");

            migrationBuilder.DropColumn(
                name: "usable_from",
                table: "mall_coupon_issue");
        }
    }
}
