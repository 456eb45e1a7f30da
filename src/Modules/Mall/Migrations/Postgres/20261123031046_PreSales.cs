using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PreSales : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_mall_payment_purchase_id",
                table: "mall_payment");

            migrationBuilder.DropCheckConstraint(
                name: "ck_mall_order_refunded",
                table: "mall_order");

            migrationBuilder.DropCheckConstraint(
                name: "ck_mall_ledger_balance_side",
                table: "mall_ledger_balance");

            migrationBuilder.AddColumn<long>(
                name: "pre_sale_id",
                table: "mall_purchase",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "opens_at",
                table: "mall_payment",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "part",
                table: "mall_payment",
                type: "character varying(10)",
                maxLength: 10,
                nullable: false,
                defaultValue: "Whole");

            migrationBuilder.AddColumn<long[]>(
                name: "unit_deposit_minor",
                table: "mall_order_line",
                type: "bigint[]",
                nullable: false,
                defaultValue: new long[0]);

            migrationBuilder.AddColumn<long>(
                name: "deposit_minor",
                table: "mall_order",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "forfeited_minor",
                table: "mall_order",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "penalty_minor",
                table: "mall_order",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "pre_sale_id",
                table: "mall_hold",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "mall_pre_sale",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    store_id = table.Column<long>(type: "bigint", nullable: false),
                    sku_id = table.Column<long>(type: "bigint", nullable: false),
                    price_minor = table.Column<long>(type: "bigint", nullable: false),
                    deposit_minor = table.Column<long>(type: "bigint", nullable: false),
                    counts_as_minor = table.Column<long>(type: "bigint", nullable: false),
                    units = table.Column<int>(type: "integer", nullable: false),
                    deposit_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    deposit_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    final_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    final_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ship_by = table.Column<DateOnly>(type: "date", nullable: false),
                    cancelled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_pre_sale", x => x.id);
                    table.CheckConstraint("ck_mall_pre_sale_deposit", "deposit_minor > 0 AND deposit_minor * 5 <= price_minor AND deposit_minor <= counts_as_minor");
                    table.ForeignKey(
                        name: "fk_mall_pre_sale_mall_sku_sku_id",
                        column: x => x.sku_id,
                        principalTable: "mall_sku",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mall_rest_notice",
                columns: table => new
                {
                    purchase_id = table.Column<long>(type: "bigint", nullable: false),
                    news = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_rest_notice", x => new { x.purchase_id, x.news });
                    table.ForeignKey(
                        name: "fk_mall_rest_notice_mall_purchase_purchase_id",
                        column: x => x.purchase_id,
                        principalTable: "mall_purchase",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_mall_purchase_pre_sale_id",
                table: "mall_purchase",
                column: "pre_sale_id",
                filter: "pre_sale_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_mall_payment_purchase_id_part",
                table: "mall_payment",
                columns: new[] { "purchase_id", "part" },
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_mall_order_refunded",
                table: "mall_order",
                sql: "refunded_minor >= 0 AND refunded_minor + forfeited_minor <= total_minor");

            migrationBuilder.AddCheckConstraint(
                name: "ck_mall_ledger_balance_side",
                table: "mall_ledger_balance",
                sql: "CASE WHEN account IN ('Escrow', 'Refund', 'Penalty', 'Payout', 'PaidOut') THEN amount_minor >= 0 WHEN account IN ('Buyer', 'Subsidy', 'GiftCard') THEN amount_minor <= 0 ELSE TRUE END");

            migrationBuilder.CreateIndex(
                name: "ix_mall_hold_pre_sale_id",
                table: "mall_hold",
                column: "pre_sale_id",
                filter: "pre_sale_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_mall_pre_sale_final_until",
                table: "mall_pre_sale",
                column: "final_until");

            migrationBuilder.CreateIndex(
                name: "ix_mall_pre_sale_sku_id_deposit_until",
                table: "mall_pre_sale",
                columns: new[] { "sku_id", "deposit_until" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_pre_sale_store_id_id",
                table: "mall_pre_sale",
                columns: new[] { "store_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mall_pre_sale");

            migrationBuilder.DropTable(
                name: "mall_rest_notice");

            migrationBuilder.DropIndex(
                name: "ix_mall_purchase_pre_sale_id",
                table: "mall_purchase");

            migrationBuilder.DropIndex(
                name: "ix_mall_payment_purchase_id_part",
                table: "mall_payment");

            migrationBuilder.DropCheckConstraint(
                name: "ck_mall_order_refunded",
                table: "mall_order");

            migrationBuilder.DropCheckConstraint(
                name: "ck_mall_ledger_balance_side",
                table: "mall_ledger_balance");

            migrationBuilder.DropIndex(
                name: "ix_mall_hold_pre_sale_id",
                table: "mall_hold");

            migrationBuilder.DropColumn(
                name: "pre_sale_id",
                table: "mall_purchase");

            migrationBuilder.DropColumn(
                name: "opens_at",
                table: "mall_payment");

            migrationBuilder.DropColumn(
                name: "part",
                table: "mall_payment");

            migrationBuilder.DropColumn(
                name: "unit_deposit_minor",
                table: "mall_order_line");

            migrationBuilder.DropColumn(
                name: "deposit_minor",
                table: "mall_order");

            migrationBuilder.DropColumn(
                name: "forfeited_minor",
                table: "mall_order");

            migrationBuilder.DropColumn(
                name: "penalty_minor",
                table: "mall_order");

            migrationBuilder.DropColumn(
                name: "pre_sale_id",
                table: "mall_hold");

            migrationBuilder.CreateIndex(
                name: "ix_mall_payment_purchase_id",
                table: "mall_payment",
                column: "purchase_id",
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_mall_order_refunded",
                table: "mall_order",
                sql: "refunded_minor >= 0 AND refunded_minor <= total_minor");

            migrationBuilder.AddCheckConstraint(
                name: "ck_mall_ledger_balance_side",
                table: "mall_ledger_balance",
                sql: "CASE WHEN account IN ('Escrow', 'Refund', 'Payout', 'PaidOut') THEN amount_minor >= 0 WHEN account IN ('Buyer', 'Subsidy', 'GiftCard') THEN amount_minor <= 0 ELSE TRUE END");
        }
    }
}
