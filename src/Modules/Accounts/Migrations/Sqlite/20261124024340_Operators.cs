using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Accounts.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Operators : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_accounts_account_id",
                table: "accounts_account",
                column: "id",
                filter: "is_operator");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_accounts_account_id",
                table: "accounts_account");
        }
    }
}
