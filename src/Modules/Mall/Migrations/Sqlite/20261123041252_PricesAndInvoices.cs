using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "unit_guarantee_minor",
                table: "mall_order_line",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<bool>(
                name: "is_price_guaranteed",
                table: "mall_order",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "paid_at",
                table: "mall_order",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "mall_invoice",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    store_id = table.Column<long>(type: "INTEGER", nullable: false),
                    credit_of_id = table.Column<long>(type: "INTEGER", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    tax_number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    goods_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    freight_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    tax_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    issued_at = table.Column<long>(type: "INTEGER", nullable: true)
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
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    sku_id = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    price_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false)
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
                SELECT sku.id, sku.id, store.currency, sku.price_minor, CAST((julianday('now') - 2440587.5) * 86400000000 AS INTEGER) FROM mall_sku AS sku JOIN mall_product AS product ON product.id = sku.product_id JOIN mall_store AS store ON store.id = product.store_id
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
