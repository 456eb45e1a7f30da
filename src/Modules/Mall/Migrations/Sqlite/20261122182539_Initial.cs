using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Sqlite
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
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    phone = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    region = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    city = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    district = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    line = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    postcode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_address", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mall_cart_line",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    sku_id = table.Column<long>(type: "INTEGER", nullable: false),
                    quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false)
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
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    sku_id = table.Column<long>(type: "INTEGER", nullable: false),
                    warehouse_id = table.Column<long>(type: "INTEGER", nullable: false),
                    units = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
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
                    charge_id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    @event = table.Column<string>(name: "event", type: "TEXT", maxLength: 20, nullable: false),
                    payment_id = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    effect = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_payment_notice", x => new { x.charge_id, x.@event });
                });

            migrationBuilder.CreateTable(
                name: "mall_product",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    store_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    brand = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    description = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: false),
                    picture_ids = table.Column<string>(type: "TEXT", nullable: false),
                    on_sale = table.Column<bool>(type: "INTEGER", nullable: false),
                    price_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    sold_count = table.Column<int>(type: "INTEGER", nullable: false),
                    stars_sum = table.Column<int>(type: "INTEGER", nullable: false),
                    review_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_product", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mall_purchase",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    buyer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    total_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    placed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    ship_to_city = table.Column<string>(type: "TEXT", nullable: false),
                    ship_to_country = table.Column<string>(type: "TEXT", nullable: false),
                    ship_to_district = table.Column<string>(type: "TEXT", nullable: false),
                    ship_to_line = table.Column<string>(type: "TEXT", nullable: false),
                    ship_to_name = table.Column<string>(type: "TEXT", nullable: false),
                    ship_to_phone = table.Column<string>(type: "TEXT", nullable: false),
                    ship_to_postcode = table.Column<string>(type: "TEXT", nullable: false),
                    ship_to_region = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_purchase", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mall_refund",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    payment_id = table.Column<long>(type: "INTEGER", nullable: false),
                    charge_id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    order_id = table.Column<long>(type: "INTEGER", nullable: true),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true)
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
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    order_line_id = table.Column<long>(type: "INTEGER", nullable: false),
                    product_id = table.Column<long>(type: "INTEGER", nullable: false),
                    author_id = table.Column<long>(type: "INTEGER", nullable: false),
                    stars = table.Column<int>(type: "INTEGER", nullable: false),
                    body = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    options = table.Column<string>(type: "TEXT", nullable: false),
                    media_ids = table.Column<string>(type: "TEXT", nullable: false),
                    note_id = table.Column<long>(type: "INTEGER", nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_review", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mall_sandbox_charge",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    payment_id = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    paid_at = table.Column<long>(type: "INTEGER", nullable: false),
                    told = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_sandbox_charge", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mall_sku",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    product_id = table.Column<long>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    options = table.Column<string>(type: "TEXT", nullable: false),
                    price_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    member_price_minor = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_sku", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mall_stock_level",
                columns: table => new
                {
                    sku_id = table.Column<long>(type: "INTEGER", nullable: false),
                    warehouse_id = table.Column<long>(type: "INTEGER", nullable: false),
                    on_hand = table.Column<int>(type: "INTEGER", nullable: false),
                    held = table.Column<int>(type: "INTEGER", nullable: false),
                    sold = table.Column<int>(type: "INTEGER", nullable: false)
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
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    owner_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    story = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    logo_id = table.Column<long>(type: "INTEGER", nullable: true),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    threshold_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    off_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_store", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mall_warehouse",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    store_id = table.Column<long>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_warehouse", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mall_ledger_entry",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    purchase_id = table.Column<long>(type: "INTEGER", nullable: false),
                    order_id = table.Column<long>(type: "INTEGER", nullable: true),
                    key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
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
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    purchase_id = table.Column<long>(type: "INTEGER", nullable: false),
                    buyer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    store_id = table.Column<long>(type: "INTEGER", nullable: false),
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    warehouse_id = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    goods_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    freight_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    total_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    refunded_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    why = table.Column<string>(type: "TEXT", nullable: false),
                    carrier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    tracking_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    placed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    shipped_at = table.Column<long>(type: "INTEGER", nullable: true),
                    received_at = table.Column<long>(type: "INTEGER", nullable: true)
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
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    purchase_id = table.Column<long>(type: "INTEGER", nullable: false),
                    buyer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    provider = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    charge_id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    refunded_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
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
                    entry_id = table.Column<long>(type: "INTEGER", nullable: false),
                    account = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    owner_id = table.Column<long>(type: "INTEGER", nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false)
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
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    line_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    seller_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    carrier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    tracking_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    applied_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
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
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    sku_id = table.Column<long>(type: "INTEGER", nullable: false),
                    product_id = table.Column<long>(type: "INTEGER", nullable: false),
                    product_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    options = table.Column<string>(type: "TEXT", nullable: false),
                    picture_id = table.Column<long>(type: "INTEGER", nullable: true),
                    units = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_price_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    unit_goods_minor = table.Column<string>(type: "TEXT", nullable: false),
                    unit_freight_minor = table.Column<string>(type: "TEXT", nullable: false),
                    total_minor = table.Column<long>(type: "INTEGER", nullable: false)
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
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
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
                    after_sale_id = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
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
