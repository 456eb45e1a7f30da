using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Safety.Migrations.Postgres
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
                    id = table.Column<long>(type: "bigint", nullable: false),
                    reporter_id = table.Column<long>(type: "bigint", nullable: false),
                    target_kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    target_id = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
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
