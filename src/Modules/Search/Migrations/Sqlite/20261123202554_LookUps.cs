using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Search.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LookUps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "search_look_up",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    operator_id = table.Column<long>(type: "INTEGER", nullable: false),
                    reader_id = table.Column<long>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_look_up", x => x.id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "search_look_up");
        }
    }
}
