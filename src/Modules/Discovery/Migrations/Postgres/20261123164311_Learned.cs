using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Discovery.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Learned : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "discovery_pool_crowd",
                columns: table => new
                {
                    note_id = table.Column<long>(type: "bigint", nullable: false),
                    room = table.Column<int>(type: "integer", nullable: false),
                    sketch = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_pool_crowd", x => new { x.note_id, x.room });
                });

            migrationBuilder.CreateTable(
                name: "discovery_print_salt",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    value = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_print_salt", x => x.id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "discovery_pool_crowd");

            migrationBuilder.DropTable(
                name: "discovery_print_salt");
        }
    }
}
