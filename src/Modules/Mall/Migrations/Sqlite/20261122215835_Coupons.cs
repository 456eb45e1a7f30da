using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Coupons : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "mall_coupon_issue",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    store_id = table.Column<long>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    layer = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    from_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    off_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    basis_points = table.Column<int>(type: "INTEGER", nullable: false),
                    cap_minor = table.Column<long>(type: "INTEGER", nullable: true),
                    quota = table.Column<int>(type: "INTEGER", nullable: false),
                    given = table.Column<int>(type: "INTEGER", nullable: false),
                    per_person = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_coupon_issue", x => x.id);
                    table.CheckConstraint("ck_mall_coupon_issue_given", "given >= 0 AND given <= quota");
                    table.ForeignKey(
                        name: "fk_mall_coupon_issue_stores_store_id",
                        column: x => x.store_id,
                        principalTable: "mall_store",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mall_held_coupon",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    issue_id = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    claimed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    purchase_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_held_coupon", x => x.id);
                    table.ForeignKey(
                        name: "fk_mall_held_coupon_mall_coupon_issue_issue_id",
                        column: x => x.issue_id,
                        principalTable: "mall_coupon_issue",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_mall_coupon_issue_store_id_id",
                table: "mall_coupon_issue",
                columns: new[] { "store_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_held_coupon_account_id_purchase_id",
                table: "mall_held_coupon",
                columns: new[] { "account_id", "purchase_id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_held_coupon_issue_id_account_id_number",
                table: "mall_held_coupon",
                columns: new[] { "issue_id", "account_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mall_held_coupon_purchase_id",
                table: "mall_held_coupon",
                column: "purchase_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mall_held_coupon");

            migrationBuilder.DropTable(
                name: "mall_coupon_issue");
        }
    }
}
