using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PaymentTill : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "till_id",
                table: "mall_payment",
                type: "TEXT",
                maxLength: 255,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "till_id",
                table: "mall_payment");
        }
    }
}
