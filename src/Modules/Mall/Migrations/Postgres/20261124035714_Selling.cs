using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Postgres
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
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "return_terms",
                table: "mall_purchase",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "delivery",
                table: "mall_product",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "returns",
                table: "mall_product",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "SevenDays");

            migrationBuilder.AddColumn<bool>(
                name: "installation",
                table: "mall_order_line",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "kept_freight_minor",
                table: "mall_order_line",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "returns",
                table: "mall_order_line",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "SevenDays");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "day_changed_at",
                table: "mall_order",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "day_changed_by",
                table: "mall_order",
                type: "character varying(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "delivery_day",
                table: "mall_order",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "told_at",
                table: "mall_held_coupon",
                type: "timestamp with time zone",
                nullable: true);

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

            migrationBuilder.AddColumn<string>(
                name: "code",
                table: "mall_coupon_issue",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "code_key",
                table: "mall_coupon_issue",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "way",
                table: "mall_coupon_issue",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Taken");

            migrationBuilder.AddColumn<string>(
                name: "cause",
                table: "mall_after_sale",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Other");

            migrationBuilder.AddColumn<long>(
                name: "kept_freight_minor",
                table: "mall_after_sale",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "return_freight_minor",
                table: "mall_after_sale",
                type: "bigint",
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
                    id = table.Column<long>(type: "bigint", nullable: false),
                    issue_id = table.Column<long>(type: "bigint", nullable: false),
                    audience = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    account_ids = table.Column<long[]>(type: "bigint[]", nullable: false),
                    place = table.Column<long>(type: "bigint", nullable: false),
                    looked = table.Column<int>(type: "integer", nullable: false),
                    given = table.Column<int>(type: "integer", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
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
                    line_id = table.Column<long>(type: "bigint", nullable: false),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    product_id = table.Column<long>(type: "bigint", nullable: false),
                    buyer_id = table.Column<long>(type: "bigint", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    lessons = table.Column<int>(type: "integer", nullable: false),
                    opened = table.Column<int>(type: "integer", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
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
                    id = table.Column<long>(type: "bigint", nullable: false),
                    store_id = table.Column<long>(type: "bigint", nullable: false),
                    product_id = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    contact = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false, collation: "C"),
                    question = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_lead", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mall_lesson",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    product_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false, collation: "C"),
                    picture_ids = table.Column<long[]>(type: "bigint[]", nullable: false),
                    is_sample = table.Column<bool>(type: "boolean", nullable: false)
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
                    id = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    sku_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    price_minor = table.Column<long>(type: "bigint", nullable: false),
                    stock = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    is_price_told = table.Column<bool>(type: "boolean", nullable: false),
                    is_sale_told = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_want", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mall_wanted_word",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    text = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    people = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_wanted_word", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mall_word_asker",
                columns: table => new
                {
                    word_id = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_word_asker", x => new { x.word_id, x.account_id });
                });

            migrationBuilder.CreateTable(
                name: "mall_lesson_opening",
                columns: table => new
                {
                    line_id = table.Column<long>(type: "bigint", nullable: false),
                    lesson_id = table.Column<long>(type: "bigint", nullable: false),
                    is_free = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
