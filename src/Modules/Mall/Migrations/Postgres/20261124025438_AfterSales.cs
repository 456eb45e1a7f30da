using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AfterSales : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "return_terms",
                table: "mall_purchase",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "returns",
                table: "mall_product",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "SevenDays");

            migrationBuilder.AddColumn<long>(
                name: "kept_freight_minor",
                table: "mall_order_line",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "returns",
                table: "mall_order_line",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "SevenDays");

            migrationBuilder.AddColumn<string>(
                name: "cause",
                table: "mall_after_sale",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Other");

            migrationBuilder.AddColumn<long>(
                name: "kept_freight_minor",
                table: "mall_after_sale",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "return_freight_minor",
                table: "mall_after_sale",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "return_terms",
                table: "mall_purchase");

            migrationBuilder.DropColumn(
                name: "returns",
                table: "mall_product");

            migrationBuilder.DropColumn(
                name: "kept_freight_minor",
                table: "mall_order_line");

            migrationBuilder.DropColumn(
                name: "returns",
                table: "mall_order_line");

            migrationBuilder.DropColumn(
                name: "cause",
                table: "mall_after_sale");

            migrationBuilder.DropColumn(
                name: "kept_freight_minor",
                table: "mall_after_sale");

            migrationBuilder.DropColumn(
                name: "return_freight_minor",
                table: "mall_after_sale");
        }
    }
}
