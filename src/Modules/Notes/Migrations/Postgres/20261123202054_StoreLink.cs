using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Notes.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class StoreLink : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "store_id",
                table: "notes_note",
                type: "bigint",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "store_id",
                table: "notes_note");
        }
    }
}
