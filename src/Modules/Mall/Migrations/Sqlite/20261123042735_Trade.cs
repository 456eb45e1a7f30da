using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Trade : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "guarantees_prices",
                table: "mall_store",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "day",
                table: "mall_sku",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "error",
                table: "mall_refund",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "failed_at",
                table: "mall_refund",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "gift_card_id",
                table: "mall_refund",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "next_try_at",
                table: "mall_refund",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "round",
                table: "mall_refund",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "tries",
                table: "mall_refund",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "cards_minor",
                table: "mall_purchase",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "points_used",
                table: "mall_purchase",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "pre_sale_id",
                table: "mall_purchase",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "mall_product",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Shipped");

            migrationBuilder.AddColumn<int>(
                name: "valid_days",
                table: "mall_product",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "opens_at",
                table: "mall_payment",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "part",
                table: "mall_payment",
                type: "TEXT",
                maxLength: 10,
                nullable: false,
                defaultValue: "Whole");

            migrationBuilder.AddColumn<DateOnly>(
                name: "day",
                table: "mall_order_line",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "refunded_minor",
                table: "mall_order_line",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "unit_credit_minor",
                table: "mall_order_line",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "unit_deposit_minor",
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
                name: "unit_guarantee_minor",
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

            migrationBuilder.AddColumn<int>(
                name: "valid_days",
                table: "mall_order_line",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "credit_minor",
                table: "mall_order",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "delivered_at",
                table: "mall_order",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "deposit_minor",
                table: "mall_order",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "forfeited_minor",
                table: "mall_order",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "is_price_guaranteed",
                table: "mall_order",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "mall_order",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Shipped");

            migrationBuilder.AddColumn<long>(
                name: "paid_at",
                table: "mall_order",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "penalty_minor",
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

            migrationBuilder.AddColumn<long>(
                name: "pre_sale_id",
                table: "mall_hold",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "categories",
                table: "mall_coupon_issue",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "currency",
                table: "mall_coupon_issue",
                type: "TEXT",
                maxLength: 3,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "round",
                table: "mall_after_sale_step",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "mall_after_sale_step",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "claim_minor",
                table: "mall_after_sale",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "refunded",
                table: "mall_after_sale",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "round",
                table: "mall_after_sale",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "units",
                table: "mall_after_sale",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<bool>(
                name: "unsent",
                table: "mall_after_sale",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "mall_commission_rate",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    scope = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    basis_points = table.Column<int>(type: "INTEGER", nullable: false),
                    fixed_minor = table.Column<long>(type: "INTEGER", nullable: true),
                    floor_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    cap_minor = table.Column<long>(type: "INTEGER", nullable: true),
                    starts_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: true),
                    added_by_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_commission_rate", x => x.id);
                    table.CheckConstraint("ck_mall_commission_rate_share", "basis_points BETWEEN 0 AND 10000");
                });

            migrationBuilder.CreateTable(
                name: "mall_gift_card",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    code_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    issued_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    balance_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    owner_id = table.Column<long>(type: "INTEGER", nullable: true),
                    claimed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    issued_at = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_gift_card", x => x.id);
                    table.CheckConstraint("ck_mall_gift_card_balance", "balance_minor >= 0 AND balance_minor <= issued_minor");
                });

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
                name: "mall_ledger_balance",
                columns: table => new
                {
                    account = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    owner_id = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_ledger_balance", x => new { x.account, x.owner_id, x.currency });
                    table.CheckConstraint("ck_mall_ledger_balance_side", "CASE WHEN account IN ('Escrow', 'Refund', 'Penalty', 'Payout', 'PaidOut') THEN amount_minor >= 0 WHEN account IN ('Buyer', 'Subsidy', 'GiftCard') THEN amount_minor <= 0 ELSE TRUE END");
                });

            migrationBuilder.CreateTable(
                name: "mall_line_commission",
                columns: table => new
                {
                    line_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    earner_id = table.Column<long>(type: "INTEGER", nullable: false),
                    rate_id = table.Column<long>(type: "INTEGER", nullable: false),
                    unit_minor = table.Column<string>(type: "TEXT", nullable: false),
                    total_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    touch = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    source_id = table.Column<long>(type: "INTEGER", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_line_commission", x => new { x.line_id, x.kind });
                    table.ForeignKey(
                        name: "fk_mall_line_commission_order_lines_line_id",
                        column: x => x.line_id,
                        principalTable: "mall_order_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mall_order_change",
                columns: table => new
                {
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "mall_payout",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    account = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    owner_id = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    payee = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    provider = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_payout", x => x.id);
                    table.CheckConstraint("ck_mall_payout_amount", "amount_minor > 0");
                });

            migrationBuilder.CreateTable(
                name: "mall_points_purse",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    points = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_points_purse", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "mall_pre_sale",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    store_id = table.Column<long>(type: "INTEGER", nullable: false),
                    sku_id = table.Column<long>(type: "INTEGER", nullable: false),
                    price_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    deposit_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    counts_as_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    units = table.Column<int>(type: "INTEGER", nullable: false),
                    deposit_from = table.Column<long>(type: "INTEGER", nullable: false),
                    deposit_until = table.Column<long>(type: "INTEGER", nullable: false),
                    final_from = table.Column<long>(type: "INTEGER", nullable: false),
                    final_until = table.Column<long>(type: "INTEGER", nullable: false),
                    ship_by = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    cancelled_at = table.Column<long>(type: "INTEGER", nullable: true)
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
                name: "mall_public_offer",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    store_id = table.Column<long>(type: "INTEGER", nullable: true),
                    title = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    terms = table.Column<string>(type: "TEXT", nullable: false),
                    product_ids = table.Column<string>(type: "TEXT", nullable: false),
                    categories = table.Column<string>(type: "TEXT", nullable: false),
                    priority = table.Column<int>(type: "INTEGER", nullable: false),
                    is_exclusive = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_public_offer", x => x.id);
                    table.ForeignKey(
                        name: "fk_mall_public_offer_stores_store_id",
                        column: x => x.store_id,
                        principalTable: "mall_store",
                        principalColumn: "id");
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

            migrationBuilder.CreateTable(
                name: "mall_rest_notice",
                columns: table => new
                {
                    purchase_id = table.Column<long>(type: "INTEGER", nullable: false),
                    news = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "mall_shipment",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    after_sale_id = table.Column<long>(type: "INTEGER", nullable: true),
                    carrier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    tracking_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "mall_statement",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    store_id = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    opening_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    closing_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_statement", x => x.id);
                    table.ForeignKey(
                        name: "fk_mall_statement_stores_store_id",
                        column: x => x.store_id,
                        principalTable: "mall_store",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mall_stray_notice",
                columns: table => new
                {
                    provider = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    charge_id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    @event = table.Column<string>(name: "event", type: "TEXT", maxLength: 20, nullable: false),
                    payment_id = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_stray_notice", x => new { x.provider, x.charge_id, x.@event });
                });

            migrationBuilder.CreateTable(
                name: "mall_touch",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    product_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    source_id = table.Column<long>(type: "INTEGER", nullable: false),
                    earner_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_touch", x => new { x.account_id, x.product_id, x.kind, x.source_id });
                });

            migrationBuilder.CreateTable(
                name: "mall_voucher",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    line_id = table.Column<long>(type: "INTEGER", nullable: false),
                    unit = table.Column<int>(type: "INTEGER", nullable: false),
                    store_id = table.Column<long>(type: "INTEGER", nullable: false),
                    buyer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    issued_at = table.Column<long>(type: "INTEGER", nullable: false),
                    valid_from = table.Column<long>(type: "INTEGER", nullable: false),
                    valid_until = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_by = table.Column<long>(type: "INTEGER", nullable: true),
                    end_key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
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
                    store_id = table.Column<long>(type: "INTEGER", nullable: false),
                    secret = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_voucher_key", x => x.store_id);
                });

            migrationBuilder.CreateTable(
                name: "mall_gift_card_spend",
                columns: table => new
                {
                    card_id = table.Column<long>(type: "INTEGER", nullable: false),
                    purchase_id = table.Column<long>(type: "INTEGER", nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    returned_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_gift_card_spend", x => new { x.purchase_id, x.card_id });
                    table.CheckConstraint("ck_mall_gift_card_spend_returned", "returned_minor >= 0 AND returned_minor <= amount_minor");
                    table.ForeignKey(
                        name: "fk_mall_gift_card_spend_mall_gift_card_card_id",
                        column: x => x.card_id,
                        principalTable: "mall_gift_card",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mall_points_move",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    points = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_points_move", x => new { x.account_id, x.key });
                    table.ForeignKey(
                        name: "fk_mall_points_move_points_purses_account_id",
                        column: x => x.account_id,
                        principalTable: "mall_points_purse",
                        principalColumn: "account_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mall_shipment_line",
                columns: table => new
                {
                    shipment_id = table.Column<long>(type: "INTEGER", nullable: false),
                    order_line_id = table.Column<long>(type: "INTEGER", nullable: false),
                    units = table.Column<int>(type: "INTEGER", nullable: false)
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
                    shipment_id = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "mall_statement_item",
                columns: table => new
                {
                    entry_id = table.Column<long>(type: "INTEGER", nullable: false),
                    statement_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    order_id = table.Column<long>(type: "INTEGER", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    gross_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    commission_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    creator_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    subsidy_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    net_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_statement_item", x => x.entry_id);
                    table.CheckConstraint("ck_mall_statement_item_net", "net_minor = gross_minor - commission_minor - creator_minor + subsidy_minor");
                    table.ForeignKey(
                        name: "fk_mall_statement_item_mall_ledger_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "mall_ledger_entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mall_statement_item_mall_statement_statement_id",
                        column: x => x.statement_id,
                        principalTable: "mall_statement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            // Orders from before had none of these: zero for each unit.
            migrationBuilder.Sql("UPDATE mall_order_line SET unit_tax_minor = (SELECT json_group_array(0) FROM json_each(unit_goods_minor)), unit_credit_minor = (SELECT json_group_array(0) FROM json_each(unit_goods_minor)), unit_goods_subsidy_minor = (SELECT json_group_array(0) FROM json_each(unit_goods_minor)), unit_freight_subsidy_minor = (SELECT json_group_array(0) FROM json_each(unit_goods_minor))");

            // What coupons were given out by is what their stores trade in.
            migrationBuilder.Sql("UPDATE mall_coupon_issue SET currency = (SELECT currency FROM mall_store WHERE mall_store.id = store_id)");

            // The one discount that a store could have is an offer like others now.
            migrationBuilder.Sql("""
                INSERT INTO mall_public_offer (id, store_id, title, currency, terms, product_ids, categories, priority, is_exclusive, created_at, "from", until)
                SELECT id, id, name, currency, '{"threshold":{"tiers":[{"fromMinor":' || threshold_minor || ',"offMinor":' || off_minor || '}]}}', '[]', '[]', 0, 0,
                       opened_at, opened_at, opened_at + 315576000000000
                FROM mall_store WHERE off_minor > 0
                """);

            // What was booked and refunded before: balances follow postings, and orders were refunded as a whole or by line.
            migrationBuilder.Sql("""
                INSERT INTO mall_ledger_balance (account, owner_id, currency, amount_minor)
                SELECT p.account, p.owner_id, e.currency, SUM(p.amount_minor) FROM mall_posting p JOIN mall_ledger_entry e ON e.id = p.entry_id GROUP BY p.account, p.owner_id, e.currency;
                UPDATE mall_order_line SET refunded_minor = COALESCE((SELECT SUM(a.amount_minor) FROM mall_after_sale a WHERE a.line_id = mall_order_line.id AND a.state = 'Done'), 0);
                UPDATE mall_order_line SET refunded_minor = total_minor WHERE order_id IN (SELECT id FROM mall_order o WHERE o.refunded_minor = o.total_minor);
                """);

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
            migrationBuilder.Sql("UPDATE mall_after_sale SET claim_minor = amount_minor, refunded = (state = 'Done'), units = (SELECT json_group_array(unit.key) FROM mall_order_line AS line, json_each(line.unit_goods_minor) AS unit WHERE line.id = line_id)");

            // What goods cost before is not known: the history begins now. A row may have its variant's id, which is nobody else's.
            migrationBuilder.Sql("""
                INSERT INTO mall_public_price (id, sku_id, currency, price_minor, "from")
                SELECT sku.id, sku.id, store.currency, sku.price_minor, CAST((julianday('now') - 2440587.5) * 86400000000 AS INTEGER) FROM mall_sku AS sku JOIN mall_product AS product ON product.id = sku.product_id JOIN mall_store AS store ON store.id = product.store_id
                """);
            migrationBuilder.Sql("UPDATE mall_order SET paid_at = (SELECT step.at FROM mall_order_step AS step WHERE step.order_id = mall_order.id AND step.state = 'Paid')");

            migrationBuilder.DropForeignKey(
                name: "fk_mall_coupon_issue_stores_store_id",
                table: "mall_coupon_issue");

            migrationBuilder.DropIndex(
                name: "ix_mall_refund_sent_at_id",
                table: "mall_refund");

            migrationBuilder.DropIndex(
                name: "ix_mall_product_category_on_sale_id",
                table: "mall_product");

            migrationBuilder.DropIndex(
                name: "ix_mall_product_category_on_sale_price_minor_id",
                table: "mall_product");

            migrationBuilder.DropIndex(
                name: "ix_mall_product_category_on_sale_sold_count_id",
                table: "mall_product");

            migrationBuilder.DropIndex(
                name: "ix_mall_product_on_sale_id",
                table: "mall_product");

            migrationBuilder.DropIndex(
                name: "ix_mall_product_on_sale_price_minor_id",
                table: "mall_product");

            migrationBuilder.DropIndex(
                name: "ix_mall_product_on_sale_sold_count_id",
                table: "mall_product");

            migrationBuilder.DropIndex(
                name: "ix_mall_payment_purchase_id",
                table: "mall_payment");

            migrationBuilder.DropCheckConstraint(
                name: "ck_mall_order_refunded",
                table: "mall_order");

            migrationBuilder.DropPrimaryKey(
                name: "pk_mall_after_sale_step",
                table: "mall_after_sale_step");

            migrationBuilder.DropColumn(
                name: "off_minor",
                table: "mall_store");

            migrationBuilder.DropColumn(
                name: "carrier",
                table: "mall_order");

            migrationBuilder.DropColumn(
                name: "tracking_number",
                table: "mall_order");

            migrationBuilder.DropColumn(
                name: "threshold_minor",
                table: "mall_store");

            migrationBuilder.AlterColumn<long>(
                name: "purchase_id",
                table: "mall_ledger_entry",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.AlterColumn<long>(
                name: "store_id",
                table: "mall_coupon_issue",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.AddPrimaryKey(
                name: "pk_mall_after_sale_step",
                table: "mall_after_sale_step",
                columns: new[] { "after_sale_id", "state", "round" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_refund_sent_at_failed_at_id",
                table: "mall_refund",
                columns: new[] { "sent_at", "failed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_purchase_pre_sale_id",
                table: "mall_purchase",
                column: "pre_sale_id",
                filter: "pre_sale_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_mall_product_category_id",
                table: "mall_product",
                columns: new[] { "category", "id" },
                filter: "on_sale");

            migrationBuilder.CreateIndex(
                name: "ix_mall_product_category_price_minor_id",
                table: "mall_product",
                columns: new[] { "category", "price_minor", "id" },
                filter: "on_sale");

            migrationBuilder.CreateIndex(
                name: "ix_mall_product_category_sold_count_id",
                table: "mall_product",
                columns: new[] { "category", "sold_count", "id" },
                filter: "on_sale");

            migrationBuilder.CreateIndex(
                name: "ix_mall_product_id",
                table: "mall_product",
                column: "id",
                filter: "on_sale");

            migrationBuilder.CreateIndex(
                name: "ix_mall_product_price_minor_id",
                table: "mall_product",
                columns: new[] { "price_minor", "id" },
                filter: "on_sale");

            migrationBuilder.CreateIndex(
                name: "ix_mall_product_sold_count_id",
                table: "mall_product",
                columns: new[] { "sold_count", "id" },
                filter: "on_sale");

            migrationBuilder.CreateIndex(
                name: "ix_mall_payment_purchase_id_part",
                table: "mall_payment",
                columns: new[] { "purchase_id", "part" },
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_mall_order_line_refunded",
                table: "mall_order_line",
                sql: "refunded_minor >= 0 AND refunded_minor <= total_minor");

            migrationBuilder.CreateIndex(
                name: "ix_mall_order_state_delivered_at",
                table: "mall_order",
                columns: new[] { "state", "delivered_at" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_mall_order_refunded",
                table: "mall_order",
                sql: "refunded_minor >= 0 AND refunded_minor + forfeited_minor <= total_minor");

            migrationBuilder.CreateIndex(
                name: "ix_mall_hold_pre_sale_id",
                table: "mall_hold",
                column: "pre_sale_id",
                filter: "pre_sale_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_mall_gift_card_code_hash",
                table: "mall_gift_card",
                column: "code_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mall_gift_card_owner_id_until",
                table: "mall_gift_card",
                columns: new[] { "owner_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_gift_card_spend_card_id",
                table: "mall_gift_card_spend",
                column: "card_id");

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
                name: "ix_mall_line_commission_earner_id_line_id",
                table: "mall_line_commission",
                columns: new[] { "earner_id", "line_id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_line_commission_order_id",
                table: "mall_line_commission",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_mall_payout_account_owner_id_id",
                table: "mall_payout",
                columns: new[] { "account", "owner_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_payout_state_changed_at",
                table: "mall_payout",
                columns: new[] { "state", "changed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_points_move_account_id_at",
                table: "mall_points_move",
                columns: new[] { "account_id", "at" });

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

            migrationBuilder.CreateIndex(
                name: "ix_mall_public_offer_store_id_until",
                table: "mall_public_offer",
                columns: new[] { "store_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_public_price_sku_id_from",
                table: "mall_public_price",
                columns: new[] { "sku_id", "from" });

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
                name: "ix_mall_statement_store_id_currency_until",
                table: "mall_statement",
                columns: new[] { "store_id", "currency", "until" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mall_statement_item_statement_id",
                table: "mall_statement_item",
                column: "statement_id");

            migrationBuilder.CreateIndex(
                name: "ix_mall_stray_notice_at",
                table: "mall_stray_notice",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_mall_touch_at",
                table: "mall_touch",
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

            migrationBuilder.AddForeignKey(
                name: "fk_mall_coupon_issue_stores_store_id",
                table: "mall_coupon_issue",
                column: "store_id",
                principalTable: "mall_store",
                principalColumn: "id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_mall_coupon_issue_stores_store_id",
                table: "mall_coupon_issue");

            migrationBuilder.DropTable(
                name: "mall_commission_rate");

            migrationBuilder.DropTable(
                name: "mall_gift_card_spend");

            migrationBuilder.DropTable(
                name: "mall_invoice");

            migrationBuilder.DropTable(
                name: "mall_ledger_balance");

            migrationBuilder.DropTable(
                name: "mall_line_commission");

            migrationBuilder.DropTable(
                name: "mall_order_change");

            migrationBuilder.DropTable(
                name: "mall_payout");

            migrationBuilder.DropTable(
                name: "mall_points_move");

            migrationBuilder.DropTable(
                name: "mall_pre_sale");

            migrationBuilder.DropTable(
                name: "mall_public_offer");

            migrationBuilder.DropTable(
                name: "mall_public_price");

            migrationBuilder.DropTable(
                name: "mall_rest_notice");

            migrationBuilder.DropTable(
                name: "mall_shipment_line");

            migrationBuilder.DropTable(
                name: "mall_shipment_step");

            migrationBuilder.DropTable(
                name: "mall_statement_item");

            migrationBuilder.DropTable(
                name: "mall_stray_notice");

            migrationBuilder.DropTable(
                name: "mall_touch");

            migrationBuilder.DropTable(
                name: "mall_voucher");

            migrationBuilder.DropTable(
                name: "mall_voucher_key");

            migrationBuilder.DropTable(
                name: "mall_gift_card");

            migrationBuilder.DropTable(
                name: "mall_points_purse");

            migrationBuilder.DropTable(
                name: "mall_shipment");

            migrationBuilder.DropTable(
                name: "mall_statement");

            migrationBuilder.DropIndex(
                name: "ix_mall_refund_sent_at_failed_at_id",
                table: "mall_refund");

            migrationBuilder.DropIndex(
                name: "ix_mall_purchase_pre_sale_id",
                table: "mall_purchase");

            migrationBuilder.DropIndex(
                name: "ix_mall_product_category_id",
                table: "mall_product");

            migrationBuilder.DropIndex(
                name: "ix_mall_product_category_price_minor_id",
                table: "mall_product");

            migrationBuilder.DropIndex(
                name: "ix_mall_product_category_sold_count_id",
                table: "mall_product");

            migrationBuilder.DropIndex(
                name: "ix_mall_product_id",
                table: "mall_product");

            migrationBuilder.DropIndex(
                name: "ix_mall_product_price_minor_id",
                table: "mall_product");

            migrationBuilder.DropIndex(
                name: "ix_mall_product_sold_count_id",
                table: "mall_product");

            migrationBuilder.DropIndex(
                name: "ix_mall_payment_purchase_id_part",
                table: "mall_payment");

            migrationBuilder.DropCheckConstraint(
                name: "ck_mall_order_line_refunded",
                table: "mall_order_line");

            migrationBuilder.DropIndex(
                name: "ix_mall_order_state_delivered_at",
                table: "mall_order");

            migrationBuilder.DropCheckConstraint(
                name: "ck_mall_order_refunded",
                table: "mall_order");

            migrationBuilder.DropIndex(
                name: "ix_mall_hold_pre_sale_id",
                table: "mall_hold");

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
                name: "gift_card_id",
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
                name: "cards_minor",
                table: "mall_purchase");

            migrationBuilder.DropColumn(
                name: "points_used",
                table: "mall_purchase");

            migrationBuilder.DropColumn(
                name: "pre_sale_id",
                table: "mall_purchase");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "mall_product");

            migrationBuilder.DropColumn(
                name: "valid_days",
                table: "mall_product");

            migrationBuilder.DropColumn(
                name: "opens_at",
                table: "mall_payment");

            migrationBuilder.DropColumn(
                name: "part",
                table: "mall_payment");

            migrationBuilder.DropColumn(
                name: "day",
                table: "mall_order_line");

            migrationBuilder.DropColumn(
                name: "refunded_minor",
                table: "mall_order_line");

            migrationBuilder.DropColumn(
                name: "unit_credit_minor",
                table: "mall_order_line");

            migrationBuilder.DropColumn(
                name: "unit_deposit_minor",
                table: "mall_order_line");

            migrationBuilder.DropColumn(
                name: "unit_freight_subsidy_minor",
                table: "mall_order_line");

            migrationBuilder.DropColumn(
                name: "unit_goods_subsidy_minor",
                table: "mall_order_line");

            migrationBuilder.DropColumn(
                name: "unit_guarantee_minor",
                table: "mall_order_line");

            migrationBuilder.DropColumn(
                name: "unit_tax_minor",
                table: "mall_order_line");

            migrationBuilder.DropColumn(
                name: "valid_days",
                table: "mall_order_line");

            migrationBuilder.DropColumn(
                name: "credit_minor",
                table: "mall_order");

            migrationBuilder.DropColumn(
                name: "delivered_at",
                table: "mall_order");

            migrationBuilder.DropColumn(
                name: "deposit_minor",
                table: "mall_order");

            migrationBuilder.DropColumn(
                name: "forfeited_minor",
                table: "mall_order");

            migrationBuilder.DropColumn(
                name: "is_price_guaranteed",
                table: "mall_order");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "mall_order");

            migrationBuilder.DropColumn(
                name: "paid_at",
                table: "mall_order");

            migrationBuilder.DropColumn(
                name: "penalty_minor",
                table: "mall_order");

            migrationBuilder.DropColumn(
                name: "tax_minor",
                table: "mall_order");

            migrationBuilder.DropColumn(
                name: "pre_sale_id",
                table: "mall_hold");

            migrationBuilder.DropColumn(
                name: "categories",
                table: "mall_coupon_issue");

            migrationBuilder.DropColumn(
                name: "currency",
                table: "mall_coupon_issue");

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

            migrationBuilder.RenameColumn(
                name: "guarantees_prices",
                table: "mall_store",
                newName: "threshold_minor");

            migrationBuilder.AddColumn<long>(
                name: "off_minor",
                table: "mall_store",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "carrier",
                table: "mall_order",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "tracking_number",
                table: "mall_order",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AlterColumn<long>(
                name: "purchase_id",
                table: "mall_ledger_entry",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.AlterColumn<long>(
                name: "store_id",
                table: "mall_coupon_issue",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "pk_mall_after_sale_step",
                table: "mall_after_sale_step",
                columns: new[] { "after_sale_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_refund_sent_at_id",
                table: "mall_refund",
                columns: new[] { "sent_at", "id" });

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
                name: "ix_mall_payment_purchase_id",
                table: "mall_payment",
                column: "purchase_id",
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_mall_order_refunded",
                table: "mall_order",
                sql: "refunded_minor >= 0 AND refunded_minor <= total_minor");

            migrationBuilder.AddForeignKey(
                name: "fk_mall_coupon_issue_stores_store_id",
                table: "mall_coupon_issue",
                column: "store_id",
                principalTable: "mall_store",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
