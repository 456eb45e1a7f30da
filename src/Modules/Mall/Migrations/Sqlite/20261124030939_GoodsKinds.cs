using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class GoodsKinds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "delivery",
                table: "mall_product",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "installation",
                table: "mall_order_line",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mall_lead");

            migrationBuilder.DropTable(
                name: "mall_lesson_opening");

            migrationBuilder.DropTable(
                name: "mall_enrolment");

            migrationBuilder.DropTable(
                name: "mall_lesson");

            migrationBuilder.DropColumn(
                name: "delivery",
                table: "mall_product");

            migrationBuilder.DropColumn(
                name: "installation",
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
        }
    }
}
