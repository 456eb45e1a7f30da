using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Safety.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "safety_report",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    reporter_id = table.Column<long>(type: "INTEGER", nullable: false),
                    target_kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    target_id = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_safety_report", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_safety_report_open",
                table: "safety_report",
                column: "id",
                descending: new bool[0],
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_safety_report_reporter_id_target_kind_target_id",
                table: "safety_report",
                columns: new[] { "reporter_id", "target_kind", "target_id" },
                unique: true,
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_safety_report_target_kind_target_id",
                table: "safety_report",
                columns: new[] { "target_kind", "target_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "safety_report");
        }
    }
}
