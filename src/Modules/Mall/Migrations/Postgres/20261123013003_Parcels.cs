using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Parcels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_mall_refund_sent_at_id",
                table: "mall_refund");

            migrationBuilder.AddColumn<DateOnly>(
                name: "day",
                table: "mall_sku",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "error",
                table: "mall_refund",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "failed_at",
                table: "mall_refund",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "next_try_at",
                table: "mall_refund",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "round",
                table: "mall_refund",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "tries",
                table: "mall_refund",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "mall_product",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Shipped");

            migrationBuilder.AddColumn<int>(
                name: "valid_days",
                table: "mall_product",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "day",
                table: "mall_order_line",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "valid_days",
                table: "mall_order_line",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "delivered_at",
                table: "mall_order",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "mall_order",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Shipped");

            migrationBuilder.AddColumn<int>(
                name: "round",
                table: "mall_after_sale_step",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "mall_after_sale_step",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<long>(
                name: "claim_minor",
                table: "mall_after_sale",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "refunded",
                table: "mall_after_sale",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "round",
                table: "mall_after_sale",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int[]>(
                name: "units",
                table: "mall_after_sale",
                type: "integer[]",
                nullable: false,
                defaultValue: new int[0]);

            migrationBuilder.AddColumn<bool>(
                name: "unsent",
                table: "mall_after_sale",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "mall_order_change",
                columns: table => new
                {
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_order_change", x => new { x.order_id, x.account_id, x.key });
                    table.ForeignKey(
                        name: "fk_mall_order_change_mall_order_order_id",
                        column: x => x.order_id,
                        principalTable: "mall_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mall_shipment",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    after_sale_id = table.Column<long>(type: "bigint", nullable: true),
                    carrier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    tracking_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_shipment", x => x.id);
                    table.ForeignKey(
                        name: "fk_mall_shipment_mall_order_order_id",
                        column: x => x.order_id,
                        principalTable: "mall_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mall_stray_notice",
                columns: table => new
                {
                    provider = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    charge_id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    @event = table.Column<string>(name: "event", type: "character varying(20)", maxLength: 20, nullable: false),
                    payment_id = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_stray_notice", x => new { x.provider, x.charge_id, x.@event });
                });

            migrationBuilder.CreateTable(
                name: "mall_voucher",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    line_id = table.Column<long>(type: "bigint", nullable: false),
                    unit = table.Column<int>(type: "integer", nullable: false),
                    store_id = table.Column<long>(type: "bigint", nullable: false),
                    buyer_id = table.Column<long>(type: "bigint", nullable: false),
                    code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false, collation: "C"),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    valid_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    valid_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<long>(type: "bigint", nullable: true),
                    end_key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_voucher", x => x.id);
                    table.ForeignKey(
                        name: "fk_mall_voucher_mall_order_order_id",
                        column: x => x.order_id,
                        principalTable: "mall_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mall_voucher_key",
                columns: table => new
                {
                    store_id = table.Column<long>(type: "bigint", nullable: false),
                    secret = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_voucher_key", x => x.store_id);
                });

            migrationBuilder.CreateTable(
                name: "mall_shipment_line",
                columns: table => new
                {
                    shipment_id = table.Column<long>(type: "bigint", nullable: false),
                    order_line_id = table.Column<long>(type: "bigint", nullable: false),
                    units = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_shipment_line", x => new { x.shipment_id, x.order_line_id });
                    table.CheckConstraint("ck_mall_shipment_line_units", "units > 0");
                    table.ForeignKey(
                        name: "fk_mall_shipment_line_mall_order_line_order_line_id",
                        column: x => x.order_line_id,
                        principalTable: "mall_order_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mall_shipment_line_mall_shipment_shipment_id",
                        column: x => x.shipment_id,
                        principalTable: "mall_shipment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mall_shipment_step",
                columns: table => new
                {
                    shipment_id = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    by = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: true),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_shipment_step", x => new { x.shipment_id, x.state });
                    table.ForeignKey(
                        name: "fk_mall_shipment_step_mall_shipment_shipment_id",
                        column: x => x.shipment_id,
                        principalTable: "mall_shipment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_mall_refund_sent_at_failed_at_id",
                table: "mall_refund",
                columns: new[] { "sent_at", "failed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_order_state_delivered_at",
                table: "mall_order",
                columns: new[] { "state", "delivered_at" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_shipment_after_sale_id",
                table: "mall_shipment",
                column: "after_sale_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mall_shipment_order_id",
                table: "mall_shipment",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_mall_shipment_line_order_line_id",
                table: "mall_shipment_line",
                column: "order_line_id");

            migrationBuilder.CreateIndex(
                name: "ix_mall_stray_notice_at",
                table: "mall_stray_notice",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_mall_voucher_buyer_id_id",
                table: "mall_voucher",
                columns: new[] { "buyer_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_voucher_code",
                table: "mall_voucher",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mall_voucher_line_id_unit",
                table: "mall_voucher",
                columns: new[] { "line_id", "unit" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mall_voucher_order_id",
                table: "mall_voucher",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_mall_voucher_state_valid_until",
                table: "mall_voucher",
                columns: new[] { "state", "valid_until" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_voucher_store_id_ended_at",
                table: "mall_voucher",
                columns: new[] { "store_id", "ended_at" });

            // What was sent before was one parcel with all of the order.
            migrationBuilder.Sql("""
                INSERT INTO mall_shipment (id, order_id, carrier, tracking_number, state, created_at)
                SELECT id, id, carrier, tracking_number, CASE WHEN received_at IS NULL THEN 'HandedOver' ELSE 'Signed' END, shipped_at FROM mall_order WHERE shipped_at IS NOT NULL
                """);
            migrationBuilder.Sql("INSERT INTO mall_shipment_line (shipment_id, order_line_id, units) SELECT order_id, id, units FROM mall_order_line WHERE order_id IN (SELECT id FROM mall_shipment)");
            migrationBuilder.Sql("""
                INSERT INTO mall_shipment_step (shipment_id, state, "by", account_id, reason, at)
                SELECT id, state, 'System', NULL, 'migration', created_at FROM mall_shipment
                """);

            // Requests were about all units of their line, and asked for all that they got.
            migrationBuilder.Sql("UPDATE mall_after_sale SET claim_minor = amount_minor, refunded = (state = 'Done'), units = (SELECT array_agg(unit - 1) FROM generate_series(1, (SELECT units FROM mall_order_line WHERE id = line_id)) AS unit)");

            migrationBuilder.DropPrimaryKey(
                name: "pk_mall_after_sale_step",
                table: "mall_after_sale_step");

            migrationBuilder.DropColumn(
                name: "carrier",
                table: "mall_order");

            migrationBuilder.DropColumn(
                name: "tracking_number",
                table: "mall_order");

            migrationBuilder.AddPrimaryKey(
                name: "pk_mall_after_sale_step",
                table: "mall_after_sale_step",
                columns: new[] { "after_sale_id", "state", "round" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mall_order_change");

            migrationBuilder.DropTable(
                name: "mall_shipment_line");

            migrationBuilder.DropTable(
                name: "mall_shipment_step");

            migrationBuilder.DropTable(
                name: "mall_stray_notice");

            migrationBuilder.DropTable(
                name: "mall_voucher");

            migrationBuilder.DropTable(
                name: "mall_voucher_key");

            migrationBuilder.DropTable(
                name: "mall_shipment");

            migrationBuilder.DropIndex(
                name: "ix_mall_refund_sent_at_failed_at_id",
                table: "mall_refund");

            migrationBuilder.DropIndex(
                name: "ix_mall_order_state_delivered_at",
                table: "mall_order");

            migrationBuilder.DropPrimaryKey(
                name: "pk_mall_after_sale_step",
                table: "mall_after_sale_step");

            migrationBuilder.DropColumn(
                name: "day",
                table: "mall_sku");

            migrationBuilder.DropColumn(
                name: "error",
                table: "mall_refund");

            migrationBuilder.DropColumn(
                name: "failed_at",
                table: "mall_refund");

            migrationBuilder.DropColumn(
                name: "next_try_at",
                table: "mall_refund");

            migrationBuilder.DropColumn(
                name: "round",
                table: "mall_refund");

            migrationBuilder.DropColumn(
                name: "tries",
                table: "mall_refund");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "mall_product");

            migrationBuilder.DropColumn(
                name: "valid_days",
                table: "mall_product");

            migrationBuilder.DropColumn(
                name: "day",
                table: "mall_order_line");

            migrationBuilder.DropColumn(
                name: "valid_days",
                table: "mall_order_line");

            migrationBuilder.DropColumn(
                name: "delivered_at",
                table: "mall_order");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "mall_order");

            migrationBuilder.DropColumn(
                name: "round",
                table: "mall_after_sale_step");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "mall_after_sale_step");

            migrationBuilder.DropColumn(
                name: "claim_minor",
                table: "mall_after_sale");

            migrationBuilder.DropColumn(
                name: "refunded",
                table: "mall_after_sale");

            migrationBuilder.DropColumn(
                name: "round",
                table: "mall_after_sale");

            migrationBuilder.DropColumn(
                name: "units",
                table: "mall_after_sale");

            migrationBuilder.DropColumn(
                name: "unsent",
                table: "mall_after_sale");

            migrationBuilder.AddColumn<string>(
                name: "carrier",
                table: "mall_order",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "tracking_number",
                table: "mall_order",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true,
                collation: "C");

            migrationBuilder.AddPrimaryKey(
                name: "pk_mall_after_sale_step",
                table: "mall_after_sale_step",
                columns: new[] { "after_sale_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_refund_sent_at_id",
                table: "mall_refund",
                columns: new[] { "sent_at", "id" });
        }
    }
}
