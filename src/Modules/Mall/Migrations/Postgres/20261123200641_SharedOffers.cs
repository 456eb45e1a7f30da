using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SharedOffers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "stores_basis_points",
                table: "mall_public_offer",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "stores_basis_points",
                table: "mall_coupon_issue",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "mall_partaker",
                columns: table => new
                {
                    promise_id = table.Column<long>(type: "bigint", nullable: false),
                    store_id = table.Column<long>(type: "bigint", nullable: false),
                    joined_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    left_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_partaker", x => new { x.promise_id, x.store_id });
                    table.ForeignKey(
                        name: "fk_mall_partaker_stores_store_id",
                        column: x => x.store_id,
                        principalTable: "mall_store",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_mall_public_offer_share",
                table: "mall_public_offer",
                sql: "stores_basis_points BETWEEN 0 AND 10000 AND (store_id IS NULL OR stores_basis_points = 0)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_mall_coupon_issue_share",
                table: "mall_coupon_issue",
                sql: "stores_basis_points BETWEEN 0 AND 10000 AND (store_id IS NULL OR stores_basis_points = 0)");

            migrationBuilder.CreateIndex(
                name: "ix_mall_partaker_store_id",
                table: "mall_partaker",
                column: "store_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mall_partaker");

            migrationBuilder.DropCheckConstraint(
                name: "ck_mall_public_offer_share",
                table: "mall_public_offer");

            migrationBuilder.DropCheckConstraint(
                name: "ck_mall_coupon_issue_share",
                table: "mall_coupon_issue");

            migrationBuilder.DropColumn(
                name: "stores_basis_points",
                table: "mall_public_offer");

            migrationBuilder.DropColumn(
                name: "stores_basis_points",
                table: "mall_coupon_issue");
        }
    }
}
