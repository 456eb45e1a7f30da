using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Discovery.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ProductActions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "discovery_product_action",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    product_id = table.Column<long>(type: "bigint", nullable: false),
                    viewed = table.Column<bool>(type: "boolean", nullable: false),
                    in_cart = table.Column<bool>(type: "boolean", nullable: false),
                    bought_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_product_action", x => new { x.account_id, x.product_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_discovery_product_action_account_id_at",
                table: "discovery_product_action",
                columns: new[] { "account_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_discovery_product_action_at",
                table: "discovery_product_action",
                column: "at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "discovery_product_action");
        }
    }
}
