using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class BrowseOnSale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
        }
    }
}
