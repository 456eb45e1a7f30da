using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PricesAndInvoices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_mall_points_purse_points",
                table: "mall_points_purse");

            migrationBuilder.AddColumn<bool>(
                name: "guarantees_prices",
                table: "mall_store",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long[]>(
                name: "unit_guarantee_minor",
                table: "mall_order_line",
                type: "bigint[]",
                nullable: false,
                defaultValue: new long[0]);

            migrationBuilder.AddColumn<bool>(
                name: "is_price_guaranteed",
                table: "mall_order",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "paid_at",
                table: "mall_order",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "mall_invoice",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    store_id = table.Column<long>(type: "bigint", nullable: false),
                    credit_of_id = table.Column<long>(type: "bigint", nullable: true),
                    kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    tax_number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, collation: "C"),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true, collation: "C"),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    goods_minor = table.Column<long>(type: "bigint", nullable: false),
                    freight_minor = table.Column<long>(type: "bigint", nullable: false),
                    tax_minor = table.Column<long>(type: "bigint", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_invoice", x => x.id);
                    table.ForeignKey(
                        name: "fk_mall_invoice_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "mall_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mall_public_price",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    sku_id = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    price_minor = table.Column<long>(type: "bigint", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_public_price", x => x.id);
                    table.ForeignKey(
                        name: "fk_mall_public_price_skus_sku_id",
                        column: x => x.sku_id,
                        principalTable: "mall_sku",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_mall_invoice_order_id",
                table: "mall_invoice",
                column: "order_id",
                unique: true,
                filter: "credit_of_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_mall_invoice_order_id_id",
                table: "mall_invoice",
                columns: new[] { "order_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_invoice_store_id_id",
                table: "mall_invoice",
                columns: new[] { "store_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_invoice_store_id_number",
                table: "mall_invoice",
                columns: new[] { "store_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mall_public_price_sku_id_from",
                table: "mall_public_price",
                columns: new[] { "sku_id", "from" });

            // What goods cost before is not known: the history begins now. A row may have its variant's id, which is nobody else's.
            migrationBuilder.Sql("""
                INSERT INTO mall_public_price (id, sku_id, currency, price_minor, "from")
                SELECT sku.id, sku.id, store.currency, sku.price_minor, now() FROM mall_sku AS sku JOIN mall_product AS product ON product.id = sku.product_id JOIN mall_store AS store ON store.id = product.store_id
                """);
            migrationBuilder.Sql("UPDATE mall_order SET paid_at = (SELECT step.at FROM mall_order_step AS step WHERE step.order_id = mall_order.id AND step.state = 'Paid')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mall_invoice");

            migrationBuilder.DropTable(
                name: "mall_public_price");

            migrationBuilder.DropColumn(
                name: "guarantees_prices",
                table: "mall_store");

            migrationBuilder.DropColumn(
                name: "unit_guarantee_minor",
                table: "mall_order_line");

            migrationBuilder.DropColumn(
                name: "is_price_guaranteed",
                table: "mall_order");

            migrationBuilder.DropColumn(
                name: "paid_at",
                table: "mall_order");

            migrationBuilder.AddCheckConstraint(
                name: "ck_mall_points_purse_points",
                table: "mall_points_purse",
                sql: "points >= 0");
        }
    }
}
