using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CouponWays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "told_at",
                table: "mall_held_coupon",
                type: "INTEGER",
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mall_coupon_push");

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
                name: "told_at",
                table: "mall_held_coupon");

            migrationBuilder.DropColumn(
                name: "code",
                table: "mall_coupon_issue");

            migrationBuilder.DropColumn(
                name: "code_key",
                table: "mall_coupon_issue");

            migrationBuilder.DropColumn(
                name: "way",
                table: "mall_coupon_issue");
        }
    }
}
