using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SearchDirect : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "country",
                table: "mall_warehouse",
                type: "character varying(2)",
                maxLength: 2,
                nullable: false,
                defaultValue: "CN",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "outside_link",
                table: "mall_store",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "search_direct",
                table: "mall_store",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "country",
                table: "mall_warehouse");

            migrationBuilder.DropColumn(
                name: "outside_link",
                table: "mall_store");

            migrationBuilder.DropColumn(
                name: "search_direct",
                table: "mall_store");
        }
    }
}
