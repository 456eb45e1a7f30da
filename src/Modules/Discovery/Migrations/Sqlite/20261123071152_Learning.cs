using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Discovery.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Learning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "discovery_note_action",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    note_id = table.Column<long>(type: "INTEGER", nullable: false),
                    liked = table.Column<bool>(type: "INTEGER", nullable: false),
                    collected = table.Column<bool>(type: "INTEGER", nullable: false),
                    commented = table.Column<bool>(type: "INTEGER", nullable: false),
                    shared = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_note_action", x => new { x.account_id, x.note_id });
                });

            migrationBuilder.CreateTable(
                name: "discovery_trained_model",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    trained_at = table.Column<long>(type: "INTEGER", nullable: false),
                    used_since = table.Column<long>(type: "INTEGER", nullable: false),
                    actions = table.Column<int>(type: "INTEGER", nullable: false),
                    notes = table.Column<int>(type: "INTEGER", nullable: false),
                    recall = table.Column<double>(type: "REAL", nullable: false),
                    checksum = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_trained_model", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_discovery_note_action_account_id_at",
                table: "discovery_note_action",
                columns: new[] { "account_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_discovery_note_action_at",
                table: "discovery_note_action",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_discovery_trained_model_used_since",
                table: "discovery_trained_model",
                column: "used_since");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "discovery_note_action");

            migrationBuilder.DropTable(
                name: "discovery_trained_model");
        }
    }
}
