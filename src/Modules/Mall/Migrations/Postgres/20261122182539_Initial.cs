using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "mall_address",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    phone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false, collation: "C"),
                    region = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    city = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    district = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    line = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    postcode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_address", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mall_cart_line",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    sku_id = table.Column<long>(type: "bigint", nullable: false),
                    quantity = table.Column<int>(type: "integer", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_cart_line", x => new { x.account_id, x.sku_id });
                    table.CheckConstraint("ck_mall_cart_line_quantity", "quantity > 0");
                });

            migrationBuilder.CreateTable(
                name: "mall_hold",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    sku_id = table.Column<long>(type: "bigint", nullable: false),
                    warehouse_id = table.Column<long>(type: "bigint", nullable: false),
                    units = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_hold", x => x.id);
                    table.CheckConstraint("ck_mall_hold_units", "units > 0");
                });

            migrationBuilder.CreateTable(
                name: "mall_payment_notice",
                columns: table => new
                {
                    charge_id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    @event = table.Column<string>(name: "event", type: "character varying(20)", maxLength: 20, nullable: false),
                    payment_id = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    effect = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_payment_notice", x => new { x.charge_id, x.@event });
                });

            migrationBuilder.CreateTable(
                name: "mall_product",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    store_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    origin = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    brand = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    description = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false, collation: "C"),
                    picture_ids = table.Column<long[]>(type: "bigint[]", nullable: false),
                    on_sale = table.Column<bool>(type: "boolean", nullable: false),
                    price_minor = table.Column<long>(type: "bigint", nullable: false),
                    sold_count = table.Column<int>(type: "integer", nullable: false),
                    stars_sum = table.Column<int>(type: "integer", nullable: false),
                    review_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_product", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mall_purchase",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    buyer_id = table.Column<long>(type: "bigint", nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    total_minor = table.Column<long>(type: "bigint", nullable: false),
                    placed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    ship_to_city = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ship_to_country = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ship_to_district = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ship_to_line = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ship_to_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ship_to_phone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ship_to_postcode = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ship_to_region = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_purchase", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mall_refund",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    payment_id = table.Column<long>(type: "bigint", nullable: false),
                    charge_id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    order_id = table.Column<long>(type: "bigint", nullable: true),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_refund", x => x.id);
                    table.CheckConstraint("ck_mall_refund_amount", "amount_minor > 0");
                });

            migrationBuilder.CreateTable(
                name: "mall_review",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    order_line_id = table.Column<long>(type: "bigint", nullable: false),
                    product_id = table.Column<long>(type: "bigint", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: false),
                    stars = table.Column<int>(type: "integer", nullable: false),
                    body = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    options = table.Column<string>(type: "text", nullable: false),
                    media_ids = table.Column<long[]>(type: "bigint[]", nullable: false),
                    note_id = table.Column<long>(type: "bigint", nullable: true),
                    answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_review", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mall_sandbox_charge",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    payment_id = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    paid_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    told = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_sandbox_charge", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mall_sku",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    product_id = table.Column<long>(type: "bigint", nullable: false),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    options = table.Column<string>(type: "text", nullable: false),
                    price_minor = table.Column<long>(type: "bigint", nullable: false),
                    member_price_minor = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_sku", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mall_stock_level",
                columns: table => new
                {
                    sku_id = table.Column<long>(type: "bigint", nullable: false),
                    warehouse_id = table.Column<long>(type: "bigint", nullable: false),
                    on_hand = table.Column<int>(type: "integer", nullable: false),
                    held = table.Column<int>(type: "integer", nullable: false),
                    sold = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_stock_level", x => new { x.sku_id, x.warehouse_id });
                    table.CheckConstraint("ck_mall_stock_level_held", "held >= 0");
                    table.CheckConstraint("ck_mall_stock_level_on_hand", "on_hand >= 0");
                    table.CheckConstraint("ck_mall_stock_level_sold", "sold >= 0");
                });

            migrationBuilder.CreateTable(
                name: "mall_store",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    owner_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    story = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    logo_id = table.Column<long>(type: "bigint", nullable: true),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    threshold_minor = table.Column<long>(type: "bigint", nullable: false),
                    off_minor = table.Column<long>(type: "bigint", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_store", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mall_warehouse",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    store_id = table.Column<long>(type: "bigint", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_warehouse", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mall_ledger_entry",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    purchase_id = table.Column<long>(type: "bigint", nullable: false),
                    order_id = table.Column<long>(type: "bigint", nullable: true),
                    key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_ledger_entry", x => x.id);
                    table.ForeignKey(
                        name: "fk_mall_ledger_entry_mall_purchase_purchase_id",
                        column: x => x.purchase_id,
                        principalTable: "mall_purchase",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mall_order",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    purchase_id = table.Column<long>(type: "bigint", nullable: false),
                    buyer_id = table.Column<long>(type: "bigint", nullable: false),
                    store_id = table.Column<long>(type: "bigint", nullable: false),
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    warehouse_id = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    goods_minor = table.Column<long>(type: "bigint", nullable: false),
                    freight_minor = table.Column<long>(type: "bigint", nullable: false),
                    total_minor = table.Column<long>(type: "bigint", nullable: false),
                    refunded_minor = table.Column<long>(type: "bigint", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    carrier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    tracking_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    placed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    shipped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_order", x => x.id);
                    table.CheckConstraint("ck_mall_order_refunded", "refunded_minor >= 0 AND refunded_minor <= total_minor");
                    table.ForeignKey(
                        name: "fk_mall_order_mall_purchase_purchase_id",
                        column: x => x.purchase_id,
                        principalTable: "mall_purchase",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mall_payment",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    purchase_id = table.Column<long>(type: "bigint", nullable: false),
                    buyer_id = table.Column<long>(type: "bigint", nullable: false),
                    provider = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    charge_id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true, collation: "C"),
                    refunded_minor = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_payment", x => x.id);
                    table.CheckConstraint("ck_mall_payment_refunded", "refunded_minor >= 0 AND refunded_minor <= amount_minor");
                    table.ForeignKey(
                        name: "fk_mall_payment_mall_purchase_purchase_id",
                        column: x => x.purchase_id,
                        principalTable: "mall_purchase",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mall_posting",
                columns: table => new
                {
                    entry_id = table.Column<long>(type: "bigint", nullable: false),
                    account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    owner_id = table.Column<long>(type: "bigint", nullable: false),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_posting", x => new { x.entry_id, x.account, x.owner_id });
                    table.ForeignKey(
                        name: "fk_mall_posting_mall_ledger_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "mall_ledger_entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mall_after_sale",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    line_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    seller_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    carrier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    tracking_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    applied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_after_sale", x => x.id);
                    table.ForeignKey(
                        name: "fk_mall_after_sale_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "mall_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mall_order_line",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    sku_id = table.Column<long>(type: "bigint", nullable: false),
                    product_id = table.Column<long>(type: "bigint", nullable: false),
                    product_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    options = table.Column<string>(type: "text", nullable: false),
                    picture_id = table.Column<long>(type: "bigint", nullable: true),
                    units = table.Column<int>(type: "integer", nullable: false),
                    unit_price_minor = table.Column<long>(type: "bigint", nullable: false),
                    unit_goods_minor = table.Column<long[]>(type: "bigint[]", nullable: false),
                    unit_freight_minor = table.Column<long[]>(type: "bigint[]", nullable: false),
                    total_minor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_order_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_mall_order_line_mall_order_order_id",
                        column: x => x.order_id,
                        principalTable: "mall_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mall_order_step",
                columns: table => new
                {
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    by = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: true),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_order_step", x => new { x.order_id, x.state });
                    table.ForeignKey(
                        name: "fk_mall_order_step_mall_order_order_id",
                        column: x => x.order_id,
                        principalTable: "mall_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mall_after_sale_step",
                columns: table => new
                {
                    after_sale_id = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    by = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_after_sale_step", x => new { x.after_sale_id, x.state });
                    table.ForeignKey(
                        name: "fk_mall_after_sale_step_mall_after_sale_after_sale_id",
                        column: x => x.after_sale_id,
                        principalTable: "mall_after_sale",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_mall_address_account_id_id",
                table: "mall_address",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_after_sale_order_id",
                table: "mall_after_sale",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_mall_after_sale_state_changed_at",
                table: "mall_after_sale",
                columns: new[] { "state", "changed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_hold_order_id_sku_id_warehouse_id",
                table: "mall_hold",
                columns: new[] { "order_id", "sku_id", "warehouse_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mall_hold_sku_id_warehouse_id_state",
                table: "mall_hold",
                columns: new[] { "sku_id", "warehouse_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_ledger_entry_key",
                table: "mall_ledger_entry",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mall_ledger_entry_order_id",
                table: "mall_ledger_entry",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_mall_ledger_entry_purchase_id_kind",
                table: "mall_ledger_entry",
                columns: new[] { "purchase_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_order_buyer_id_id",
                table: "mall_order",
                columns: new[] { "buyer_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_order_number",
                table: "mall_order",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mall_order_purchase_id",
                table: "mall_order",
                column: "purchase_id");

            migrationBuilder.CreateIndex(
                name: "ix_mall_order_seller_id_id",
                table: "mall_order",
                columns: new[] { "seller_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_order_state_expires_at",
                table: "mall_order",
                columns: new[] { "state", "expires_at" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_order_state_received_at",
                table: "mall_order",
                columns: new[] { "state", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_order_state_shipped_at",
                table: "mall_order",
                columns: new[] { "state", "shipped_at" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_order_store_id_state_id",
                table: "mall_order",
                columns: new[] { "store_id", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_order_line_order_id",
                table: "mall_order_line",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_mall_order_line_product_id",
                table: "mall_order_line",
                column: "product_id");

            migrationBuilder.CreateIndex(
                name: "ix_mall_payment_purchase_id",
                table: "mall_payment",
                column: "purchase_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mall_payment_state_changed_at",
                table: "mall_payment",
                columns: new[] { "state", "changed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_payment_notice_payment_id",
                table: "mall_payment_notice",
                column: "payment_id");

            migrationBuilder.CreateIndex(
                name: "ix_mall_posting_account_owner_id_entry_id",
                table: "mall_posting",
                columns: new[] { "account", "owner_id", "entry_id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_product_category_on_sale_id",
                table: "mall_product",
                columns: new[] { "category", "on_sale", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_product_category_on_sale_price_minor_id",
                table: "mall_product",
                columns: new[] { "category", "on_sale", "price_minor", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_product_category_on_sale_sold_count_id",
                table: "mall_product",
                columns: new[] { "category", "on_sale", "sold_count", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_product_on_sale_id",
                table: "mall_product",
                columns: new[] { "on_sale", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_product_on_sale_price_minor_id",
                table: "mall_product",
                columns: new[] { "on_sale", "price_minor", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_product_on_sale_sold_count_id",
                table: "mall_product",
                columns: new[] { "on_sale", "sold_count", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_product_store_id_id",
                table: "mall_product",
                columns: new[] { "store_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_purchase_buyer_id_key",
                table: "mall_purchase",
                columns: new[] { "buyer_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mall_refund_order_id",
                table: "mall_refund",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_mall_refund_payment_id",
                table: "mall_refund",
                column: "payment_id");

            migrationBuilder.CreateIndex(
                name: "ix_mall_refund_sent_at_id",
                table: "mall_refund",
                columns: new[] { "sent_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_review_order_line_id",
                table: "mall_review",
                column: "order_line_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mall_review_product_id_id",
                table: "mall_review",
                columns: new[] { "product_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_sandbox_charge_payment_id",
                table: "mall_sandbox_charge",
                column: "payment_id");

            migrationBuilder.CreateIndex(
                name: "ix_mall_sandbox_charge_told_paid_at",
                table: "mall_sandbox_charge",
                columns: new[] { "told", "paid_at" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_sku_product_id_code",
                table: "mall_sku",
                columns: new[] { "product_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mall_store_owner_id",
                table: "mall_store",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_mall_warehouse_store_id_code",
                table: "mall_warehouse",
                columns: new[] { "store_id", "code" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mall_address");

            migrationBuilder.DropTable(
                name: "mall_after_sale_step");

            migrationBuilder.DropTable(
                name: "mall_cart_line");

            migrationBuilder.DropTable(
                name: "mall_hold");

            migrationBuilder.DropTable(
                name: "mall_order_line");

            migrationBuilder.DropTable(
                name: "mall_order_step");

            migrationBuilder.DropTable(
                name: "mall_payment");

            migrationBuilder.DropTable(
                name: "mall_payment_notice");

            migrationBuilder.DropTable(
                name: "mall_posting");

            migrationBuilder.DropTable(
                name: "mall_product");

            migrationBuilder.DropTable(
                name: "mall_refund");

            migrationBuilder.DropTable(
                name: "mall_review");

            migrationBuilder.DropTable(
                name: "mall_sandbox_charge");

            migrationBuilder.DropTable(
                name: "mall_sku");

            migrationBuilder.DropTable(
                name: "mall_stock_level");

            migrationBuilder.DropTable(
                name: "mall_store");

            migrationBuilder.DropTable(
                name: "mall_warehouse");

            migrationBuilder.DropTable(
                name: "mall_after_sale");

            migrationBuilder.DropTable(
                name: "mall_ledger_entry");

            migrationBuilder.DropTable(
                name: "mall_order");

            migrationBuilder.DropTable(
                name: "mall_purchase");
        }
    }
}
