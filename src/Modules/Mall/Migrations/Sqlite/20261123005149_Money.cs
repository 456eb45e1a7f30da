using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Mall.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Money : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "refunded_minor",
                table: "mall_order_line",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AlterColumn<long>(
                name: "purchase_id",
                table: "mall_ledger_entry",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.CreateTable(
                name: "mall_commission_rate",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    scope = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    basis_points = table.Column<int>(type: "INTEGER", nullable: false),
                    fixed_minor = table.Column<long>(type: "INTEGER", nullable: true),
                    floor_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    cap_minor = table.Column<long>(type: "INTEGER", nullable: true),
                    starts_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: true),
                    added_by_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_commission_rate", x => x.id);
                    table.CheckConstraint("ck_mall_commission_rate_share", "basis_points BETWEEN 0 AND 10000");
                });

            migrationBuilder.CreateTable(
                name: "mall_ledger_balance",
                columns: table => new
                {
                    account = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    owner_id = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_ledger_balance", x => new { x.account, x.owner_id, x.currency });
                    table.CheckConstraint("ck_mall_ledger_balance_side", "CASE WHEN account IN ('Escrow', 'Refund', 'Payout', 'PaidOut') THEN amount_minor >= 0 WHEN account IN ('Buyer', 'Subsidy', 'GiftCard') THEN amount_minor <= 0 ELSE TRUE END");
                });

            migrationBuilder.CreateTable(
                name: "mall_line_commission",
                columns: table => new
                {
                    line_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    earner_id = table.Column<long>(type: "INTEGER", nullable: false),
                    rate_id = table.Column<long>(type: "INTEGER", nullable: false),
                    unit_minor = table.Column<string>(type: "TEXT", nullable: false),
                    total_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    touch = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    source_id = table.Column<long>(type: "INTEGER", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_line_commission", x => new { x.line_id, x.kind });
                    table.ForeignKey(
                        name: "fk_mall_line_commission_order_lines_line_id",
                        column: x => x.line_id,
                        principalTable: "mall_order_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mall_payout",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    account = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    owner_id = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    payee = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    provider = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_payout", x => x.id);
                    table.CheckConstraint("ck_mall_payout_amount", "amount_minor > 0");
                });

            migrationBuilder.CreateTable(
                name: "mall_statement",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    store_id = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    opening_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    closing_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_statement", x => x.id);
                    table.ForeignKey(
                        name: "fk_mall_statement_stores_store_id",
                        column: x => x.store_id,
                        principalTable: "mall_store",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mall_touch",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    product_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    source_id = table.Column<long>(type: "INTEGER", nullable: false),
                    earner_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_touch", x => new { x.account_id, x.product_id, x.kind, x.source_id });
                });

            migrationBuilder.CreateTable(
                name: "mall_statement_item",
                columns: table => new
                {
                    entry_id = table.Column<long>(type: "INTEGER", nullable: false),
                    statement_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    order_id = table.Column<long>(type: "INTEGER", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    gross_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    commission_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    creator_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    subsidy_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    net_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mall_statement_item", x => x.entry_id);
                    table.CheckConstraint("ck_mall_statement_item_net", "net_minor = gross_minor - commission_minor - creator_minor + subsidy_minor");
                    table.ForeignKey(
                        name: "fk_mall_statement_item_mall_ledger_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "mall_ledger_entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mall_statement_item_mall_statement_statement_id",
                        column: x => x.statement_id,
                        principalTable: "mall_statement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_mall_order_line_refunded",
                table: "mall_order_line",
                sql: "refunded_minor >= 0 AND refunded_minor <= total_minor");

            migrationBuilder.CreateIndex(
                name: "ix_mall_line_commission_earner_id_line_id",
                table: "mall_line_commission",
                columns: new[] { "earner_id", "line_id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_line_commission_order_id",
                table: "mall_line_commission",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_mall_payout_account_owner_id_id",
                table: "mall_payout",
                columns: new[] { "account", "owner_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_payout_state_changed_at",
                table: "mall_payout",
                columns: new[] { "state", "changed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_mall_statement_store_id_currency_until",
                table: "mall_statement",
                columns: new[] { "store_id", "currency", "until" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mall_statement_item_statement_id",
                table: "mall_statement_item",
                column: "statement_id");

            migrationBuilder.CreateIndex(
                name: "ix_mall_touch_at",
                table: "mall_touch",
                column: "at");

            // What was booked and refunded before: balances follow postings, and orders were refunded as a whole or by line.
            migrationBuilder.Sql("""
                INSERT INTO mall_ledger_balance (account, owner_id, currency, amount_minor)
                SELECT p.account, p.owner_id, e.currency, SUM(p.amount_minor) FROM mall_posting p JOIN mall_ledger_entry e ON e.id = p.entry_id GROUP BY p.account, p.owner_id, e.currency;
                UPDATE mall_order_line SET refunded_minor = COALESCE((SELECT SUM(a.amount_minor) FROM mall_after_sale a WHERE a.line_id = mall_order_line.id AND a.state = 'Done'), 0);
                UPDATE mall_order_line SET refunded_minor = total_minor WHERE order_id IN (SELECT id FROM mall_order o WHERE o.refunded_minor = o.total_minor);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mall_commission_rate");

            migrationBuilder.DropTable(
                name: "mall_ledger_balance");

            migrationBuilder.DropTable(
                name: "mall_line_commission");

            migrationBuilder.DropTable(
                name: "mall_payout");

            migrationBuilder.DropTable(
                name: "mall_statement_item");

            migrationBuilder.DropTable(
                name: "mall_touch");

            migrationBuilder.DropTable(
                name: "mall_statement");

            migrationBuilder.DropCheckConstraint(
                name: "ck_mall_order_line_refunded",
                table: "mall_order_line");

            migrationBuilder.DropColumn(
                name: "refunded_minor",
                table: "mall_order_line");

            migrationBuilder.AlterColumn<long>(
                name: "purchase_id",
                table: "mall_ledger_entry",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);
        }
    }
}
