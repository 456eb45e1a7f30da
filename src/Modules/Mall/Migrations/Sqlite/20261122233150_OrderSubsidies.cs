using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OrderSubsidies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "unit_credit_minor",
                table: "mall_order_line",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "unit_freight_subsidy_minor",
                table: "mall_order_line",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "unit_goods_subsidy_minor",
                table: "mall_order_line",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "unit_tax_minor",
                table: "mall_order_line",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<long>(
                name: "credit_minor",
                table: "mall_order",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "tax_minor",
                table: "mall_order",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            // Orders from before had none of these: zero for each unit.
            migrationBuilder.Sql("UPDATE mall_order_line SET unit_tax_minor = (SELECT json_group_array(0) FROM json_each(unit_goods_minor)), unit_credit_minor = (SELECT json_group_array(0) FROM json_each(unit_goods_minor)), unit_goods_subsidy_minor = (SELECT json_group_array(0) FROM json_each(unit_goods_minor)), unit_freight_subsidy_minor = (SELECT json_group_array(0) FROM json_each(unit_goods_minor))");
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
