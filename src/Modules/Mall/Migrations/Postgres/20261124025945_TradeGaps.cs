using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TradeGaps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_mall_payment_notice",
                table: "mall_payment_notice");

            migrationBuilder.DropIndex(
                name: "ix_mall_payment_notice_payment_id",
                table: "mall_payment_notice");

            migrationBuilder.AddColumn<long>(
                name: "floor_minor",
                table: "mall_sku",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "agreed_minor",
                table: "mall_flash_waiter",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "means",
                table: "mall_flash_waiter",
                type: "text",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "pk_mall_payment_notice",
                table: "mall_payment_notice",
                columns: new[] { "payment_id", "charge_id", "event" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_mall_payment_notice",
                table: "mall_payment_notice");

            migrationBuilder.DropColumn(
                name: "floor_minor",
                table: "mall_sku");

            migrationBuilder.DropColumn(
                name: "agreed_minor",
                table: "mall_flash_waiter");

            migrationBuilder.DropColumn(
                name: "means",
                table: "mall_flash_waiter");

            migrationBuilder.AddPrimaryKey(
                name: "pk_mall_payment_notice",
                table: "mall_payment_notice",
                columns: new[] { "charge_id", "event" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_payment_notice_payment_id",
                table: "mall_payment_notice",
                column: "payment_id");
        }
    }
}
