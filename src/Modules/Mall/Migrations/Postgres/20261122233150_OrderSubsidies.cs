using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OrderSubsidies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long[]>(
                name: "unit_credit_minor",
                table: "mall_order_line",
                type: "bigint[]",
                nullable: false,
                defaultValue: new long[0]);

            migrationBuilder.AddColumn<long[]>(
                name: "unit_freight_subsidy_minor",
                table: "mall_order_line",
                type: "bigint[]",
                nullable: false,
                defaultValue: new long[0]);

            migrationBuilder.AddColumn<long[]>(
                name: "unit_goods_subsidy_minor",
                table: "mall_order_line",
                type: "bigint[]",
                nullable: false,
                defaultValue: new long[0]);

            migrationBuilder.AddColumn<long[]>(
                name: "unit_tax_minor",
                table: "mall_order_line",
                type: "bigint[]",
                nullable: false,
                defaultValue: new long[0]);

            migrationBuilder.AddColumn<long>(
                name: "credit_minor",
                table: "mall_order",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "tax_minor",
                table: "mall_order",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            // Orders from before had none of these: zero for each unit.
            migrationBuilder.Sql("UPDATE mall_order_line SET unit_tax_minor = array_fill(0::bigint, ARRAY[units]), unit_credit_minor = array_fill(0::bigint, ARRAY[units]), unit_goods_subsidy_minor = array_fill(0::bigint, ARRAY[units]), unit_freight_subsidy_minor = array_fill(0::bigint, ARRAY[units])");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "unit_credit_minor",
                table: "mall_order_line");

            migrationBuilder.DropColumn(
                name: "unit_freight_subsidy_minor",
                table: "mall_order_line");

            migrationBuilder.DropColumn(
                name: "unit_goods_subsidy_minor",
                table: "mall_order_line");

            migrationBuilder.DropColumn(
                name: "unit_tax_minor",
                table: "mall_order_line");

            migrationBuilder.DropColumn(
                name: "credit_minor",
                table: "mall_order");

            migrationBuilder.DropColumn(
                name: "tax_minor",
                table: "mall_order");
        }
    }
}
