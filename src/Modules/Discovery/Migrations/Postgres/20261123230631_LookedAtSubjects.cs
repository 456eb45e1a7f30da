using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Discovery.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LookedAtSubjects : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "note_id",
                table: "discovery_look_up",
                newName: "subject_id");

            migrationBuilder.RenameIndex(
                name: "ix_discovery_look_up_note_id_id",
                table: "discovery_look_up",
                newName: "ix_discovery_look_up_subject_id_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "subject_id",
                table: "discovery_look_up",
                newName: "note_id");

            migrationBuilder.RenameIndex(
                name: "ix_discovery_look_up_subject_id_id",
                table: "discovery_look_up",
                newName: "ix_discovery_look_up_note_id_id");
        }
    }
}
