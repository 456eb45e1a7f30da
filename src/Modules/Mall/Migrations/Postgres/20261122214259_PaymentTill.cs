using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Postgres
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
                type: "character varying(255)",
                maxLength: 255,
                nullable: true,
                collation: "C");
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
