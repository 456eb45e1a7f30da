using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Search.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DirectCounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "search_direct_day",
                columns: table => new
                {
                    store_id = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    visits = table.Column<int>(type: "integer", nullable: false),
                    left = table.Column<int>(type: "integer", nullable: false),
                    orders = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_direct_day", x => new { x.store_id, x.day });
                });

            migrationBuilder.CreateTable(
                name: "search_direct_visit",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    store_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_direct_visit", x => new { x.account_id, x.store_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_search_direct_visit_at",
                table: "search_direct_visit",
                column: "at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "search_direct_day");

            migrationBuilder.DropTable(
                name: "search_direct_visit");
        }
    }
}
