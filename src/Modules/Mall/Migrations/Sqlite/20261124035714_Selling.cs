using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Selling : Migration
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
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "return_terms",
                table: "mall_purchase",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "delivery",
                table: "mall_product",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "returns",
                table: "mall_product",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "SevenDays");

            migrationBuilder.AddColumn<bool>(
                name: "installation",
                table: "mall_order_line",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "kept_freight_minor",
                table: "mall_order_line",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "returns",
                table: "mall_order_line",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "SevenDays");

            migrationBuilder.AddColumn<long>(
                name: "day_changed_at",
                table: "mall_order",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "day_changed_by",
                table: "mall_order",
                type: "TEXT",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "delivery_day",
                table: "mall_order",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "told_at",
                table: "mall_held_coupon",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "agreed_minor",
                table: "mall_flash_waiter",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "means",
                table: "mall_flash_waiter",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "code",
                table: "mall_coupon_issue",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "code_key",
                table: "mall_coupon_issue",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "way",
                table: "mall_coupon_issue",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Taken");

            migrationBuilder.AddColumn<string>(
                name: "cause",
                table: "mall_after_sale",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Other");

            migrationBuilder.AddColumn<long>(
                name: "kept_freight_minor",
                table: "mall_after_sale",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "return_freight_minor",
                table: "mall_after_sale",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddPrimaryKey(
                name: "pk_mall_payment_notice",
                table: "mall_payment_notice",
                columns: new[] { "payment_id", "charge_id", "event" });

            migrationBuilder.CreateTable(
                name: "mall_coupon_push",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    issue_id = table.Column<long>(type: "INTEGER", nullable: false),
                    audience = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    account_ids = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<long>(type: "INTEGER", nullable: false),
                    looked = table.Column<int>(type: "INTEGER", nullable: false),
                    given = table.Column<int>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_coupon_push", x => x.id);
                    table.ForeignKey(
                        name: "fk_mall_coupon_push_mall_coupon_issue_issue_id",
                        column: x => x.issue_id,
                        principalTable: "mall_coupon_issue",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mall_enrolment",
                columns: table => new
                {
                    line_id = table.Column<long>(type: "INTEGER", nullable: false),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    product_id = table.Column<long>(type: "INTEGER", nullable: false),
                    buyer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    lessons = table.Column<int>(type: "INTEGER", nullable: false),
                    opened = table.Column<int>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_enrolment", x => x.line_id);
                    table.ForeignKey(
                        name: "fk_mall_enrolment_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "mall_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mall_lead",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    store_id = table.Column<long>(type: "INTEGER", nullable: false),
                    product_id = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    contact = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    question = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_lead", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mall_lesson",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    product_id = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    picture_ids = table.Column<string>(type: "TEXT", nullable: false),
                    is_sample = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_lesson", x => x.id);
                    table.ForeignKey(
                        name: "fk_mall_lesson_mall_product_product_id",
                        column: x => x.product_id,
                        principalTable: "mall_product",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mall_want",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    sku_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    price_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    stock = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    is_price_told = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_sale_told = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_want", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mall_wanted_word",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    people = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_wanted_word", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mall_word_asker",
                columns: table => new
                {
                    word_id = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_word_asker", x => new { x.word_id, x.account_id });
                });

            migrationBuilder.CreateTable(
                name: "mall_lesson_opening",
                columns: table => new
                {
                    line_id = table.Column<long>(type: "INTEGER", nullable: false),
                    lesson_id = table.Column<long>(type: "INTEGER", nullable: false),
                    is_free = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_lesson_opening", x => new { x.line_id, x.lesson_id });
                    table.ForeignKey(
                        name: "fk_mall_lesson_opening_mall_enrolment_line_id",
                        column: x => x.line_id,
                        principalTable: "mall_enrolment",
                        principalColumn: "line_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_mall_lesson_opening_mall_lesson_lesson_id",
                        column: x => x.lesson_id,
                        principalTable: "mall_lesson",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_mall_order_store_id_buyer_id",
                table: "mall_order",
                columns: new[] { "store_id", "buyer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_held_coupon_untold",
                table: "mall_held_coupon",
                columns: new[] { "issue_id", "account_id" },
                filter: "told_at IS NULL AND purchase_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_mall_coupon_issue_code_key",
                table: "mall_coupon_issue",
                column: "code_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mall_coupon_issue_until_id",
                table: "mall_coupon_issue",
                columns: new[] { "until", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_coupon_push_done_at_id",
                table: "mall_coupon_push",
                columns: new[] { "done_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_coupon_push_issue_id_id",
                table: "mall_coupon_push",
                columns: new[] { "issue_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_coupon_push_running",
                table: "mall_coupon_push",
                column: "issue_id",
                unique: true,
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_mall_enrolment_buyer_id_line_id",
                table: "mall_enrolment",
                columns: new[] { "buyer_id", "line_id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_enrolment_buyer_id_product_id",
                table: "mall_enrolment",
                columns: new[] { "buyer_id", "product_id" },
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_mall_enrolment_order_id",
                table: "mall_enrolment",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_mall_enrolment_product_id",
                table: "mall_enrolment",
                column: "product_id");

            migrationBuilder.CreateIndex(
                name: "ix_mall_lead_account_id_id",
                table: "mall_lead",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_lead_account_id_product_id",
                table: "mall_lead",
                columns: new[] { "account_id", "product_id" },
                unique: true,
                filter: "answered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_mall_lead_asked_at",
                table: "mall_lead",
                column: "asked_at");

            migrationBuilder.CreateIndex(
                name: "ix_mall_lead_store_id_id",
                table: "mall_lead",
                columns: new[] { "store_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_lesson_product_id_position",
                table: "mall_lesson",
                columns: new[] { "product_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_lesson_opening_lesson_id",
                table: "mall_lesson_opening",
                column: "lesson_id");

            migrationBuilder.CreateIndex(
                name: "ix_mall_want_account_id_id",
                table: "mall_want",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_want_account_id_sku_id",
                table: "mall_want",
                columns: new[] { "account_id", "sku_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mall_want_stock_id",
                table: "mall_want",
                columns: new[] { "stock", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_wanted_word_key",
                table: "mall_wanted_word",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mall_wanted_word_people_id",
                table: "mall_wanted_word",
                columns: new[] { "people", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_word_asker_account_id_word_id",
                table: "mall_word_asker",
                columns: new[] { "account_id", "word_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mall_coupon_push");

            migrationBuilder.DropTable(
                name: "mall_lead");

            migrationBuilder.DropTable(
                name: "mall_lesson_opening");

            migrationBuilder.DropTable(
                name: "mall_want");

            migrationBuilder.DropTable(
                name: "mall_wanted_word");

            migrationBuilder.DropTable(
                name: "mall_word_asker");

            migrationBuilder.DropTable(
                name: "mall_enrolment");

            migrationBuilder.DropTable(
                name: "mall_lesson");

            migrationBuilder.DropPrimaryKey(
                name: "pk_mall_payment_notice",
                table: "mall_payment_notice");

            migrationBuilder.DropIndex(
                name: "ix_mall_order_store_id_buyer_id",
                table: "mall_order");

            migrationBuilder.DropIndex(
                name: "ix_mall_held_coupon_untold",
                table: "mall_held_coupon");

            migrationBuilder.DropIndex(
                name: "ix_mall_coupon_issue_code_key",
                table: "mall_coupon_issue");

            migrationBuilder.DropIndex(
                name: "ix_mall_coupon_issue_until_id",
                table: "mall_coupon_issue");

            migrationBuilder.DropColumn(
                name: "floor_minor",
                table: "mall_sku");

            migrationBuilder.DropColumn(
                name: "return_terms",
                table: "mall_purchase");

            migrationBuilder.DropColumn(
                name: "delivery",
                table: "mall_product");

            migrationBuilder.DropColumn(
                name: "returns",
                table: "mall_product");

            migrationBuilder.DropColumn(
                name: "installation",
                table: "mall_order_line");

            migrationBuilder.DropColumn(
                name: "kept_freight_minor",
                table: "mall_order_line");

            migrationBuilder.DropColumn(
                name: "returns",
                table: "mall_order_line");

            migrationBuilder.DropColumn(
                name: "day_changed_at",
                table: "mall_order");

            migrationBuilder.DropColumn(
                name: "day_changed_by",
                table: "mall_order");

            migrationBuilder.DropColumn(
                name: "delivery_day",
                table: "mall_order");

            migrationBuilder.DropColumn(
                name: "told_at",
                table: "mall_held_coupon");

            migrationBuilder.DropColumn(
                name: "agreed_minor",
                table: "mall_flash_waiter");

            migrationBuilder.DropColumn(
                name: "means",
                table: "mall_flash_waiter");

            migrationBuilder.DropColumn(
                name: "code",
                table: "mall_coupon_issue");

            migrationBuilder.DropColumn(
                name: "code_key",
                table: "mall_coupon_issue");

            migrationBuilder.DropColumn(
                name: "way",
                table: "mall_coupon_issue");

            migrationBuilder.DropColumn(
                name: "cause",
                table: "mall_after_sale");

            migrationBuilder.DropColumn(
                name: "kept_freight_minor",
                table: "mall_after_sale");

            migrationBuilder.DropColumn(
                name: "return_freight_minor",
                table: "mall_after_sale");

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
