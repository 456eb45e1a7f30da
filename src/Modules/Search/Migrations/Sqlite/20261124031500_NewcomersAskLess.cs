using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Search.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NewcomersAskLess : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<double>(
                name: "young_heat",
                table: "search_popular_query",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "young_heat",
                table: "search_popular_query");
        }
    }
}
