using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Means : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "gift_card_id",
                table: "mall_refund",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "cards_minor",
                table: "mall_purchase",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "points_used",
                table: "mall_purchase",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "mall_gift_card",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    code_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    issued_minor = table.Column<long>(type: "bigint", nullable: false),
                    balance_minor = table.Column<long>(type: "bigint", nullable: false),
                    owner_id = table.Column<long>(type: "bigint", nullable: true),
                    claimed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_gift_card", x => x.id);
                    table.CheckConstraint("ck_mall_gift_card_balance", "balance_minor >= 0 AND balance_minor <= issued_minor");
                });

            migrationBuilder.CreateTable(
                name: "mall_points_purse",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_points_purse", x => x.account_id);
                    table.CheckConstraint("ck_mall_points_purse_points", "points >= 0");
                });

            migrationBuilder.CreateTable(
                name: "mall_gift_card_spend",
                columns: table => new
                {
                    card_id = table.Column<long>(type: "bigint", nullable: false),
                    purchase_id = table.Column<long>(type: "bigint", nullable: false),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    returned_minor = table.Column<long>(type: "bigint", nullable: false)
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
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                name: "ix_mall_points_move_account_id_at",
                table: "mall_points_move",
                columns: new[] { "account_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mall_gift_card_spend");

            migrationBuilder.DropTable(
                name: "mall_points_move");

            migrationBuilder.DropTable(
                name: "mall_gift_card");

            migrationBuilder.DropTable(
                name: "mall_points_purse");

            migrationBuilder.DropColumn(
                name: "gift_card_id",
                table: "mall_refund");

            migrationBuilder.DropColumn(
                name: "cards_minor",
                table: "mall_purchase");

            migrationBuilder.DropColumn(
                name: "points_used",
                table: "mall_purchase");
        }
    }
}
