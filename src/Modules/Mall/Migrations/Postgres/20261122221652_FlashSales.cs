using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FlashSales : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "flash_sale_id",
                table: "mall_hold",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "mall_flash_sale",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    store_id = table.Column<long>(type: "bigint", nullable: false),
                    sku_id = table.Column<long>(type: "bigint", nullable: false),
                    price_minor = table.Column<long>(type: "bigint", nullable: false),
                    units = table.Column<int>(type: "integer", nullable: false),
                    per_buyer = table.Column<int>(type: "integer", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_flash_sale", x => x.id);
                    table.ForeignKey(
                        name: "fk_mall_flash_sale_mall_sku_sku_id",
                        column: x => x.sku_id,
                        principalTable: "mall_sku",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mall_flash_slot",
                columns: table => new
                {
                    sale_id = table.Column<long>(type: "bigint", nullable: false),
                    buyer_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    order_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_flash_slot", x => new { x.sale_id, x.buyer_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "mall_flash_waiter",
                columns: table => new
                {
                    sale_id = table.Column<long>(type: "bigint", nullable: false),
                    buyer_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    units = table.Column<int>(type: "integer", nullable: false),
                    address_id = table.Column<long>(type: "bigint", nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_flash_waiter", x => new { x.sale_id, x.buyer_id });
                });

            migrationBuilder.CreateTable(
                name: "mall_flash_stock",
                columns: table => new
                {
                    sale_id = table.Column<long>(type: "bigint", nullable: false),
                    warehouse_id = table.Column<long>(type: "bigint", nullable: false),
                    sku_id = table.Column<long>(type: "bigint", nullable: false),
                    units = table.Column<int>(type: "integer", nullable: false),
                    on_hand = table.Column<int>(type: "integer", nullable: false),
                    returned = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_flash_stock", x => new { x.sale_id, x.warehouse_id });
                    table.CheckConstraint("ck_mall_flash_stock_on_hand", "on_hand >= 0 AND returned >= 0");
                    table.ForeignKey(
                        name: "fk_mall_flash_stock_mall_flash_sale_sale_id",
                        column: x => x.sale_id,
                        principalTable: "mall_flash_sale",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_mall_flash_sale_sku_id_ends_at",
                table: "mall_flash_sale",
                columns: new[] { "sku_id", "ends_at" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_flash_sale_state_starts_at",
                table: "mall_flash_sale",
                columns: new[] { "state", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_flash_sale_store_id_id",
                table: "mall_flash_sale",
                columns: new[] { "store_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_flash_slot_order_id",
                table: "mall_flash_slot",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_mall_flash_stock_sku_id_warehouse_id",
                table: "mall_flash_stock",
                columns: new[] { "sku_id", "warehouse_id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_flash_waiter_sale_id_id",
                table: "mall_flash_waiter",
                columns: new[] { "sale_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mall_flash_slot");

            migrationBuilder.DropTable(
                name: "mall_flash_stock");

            migrationBuilder.DropTable(
                name: "mall_flash_waiter");

            migrationBuilder.DropTable(
                name: "mall_flash_sale");

            migrationBuilder.DropColumn(
                name: "flash_sale_id",
                table: "mall_hold");
        }
    }
}
