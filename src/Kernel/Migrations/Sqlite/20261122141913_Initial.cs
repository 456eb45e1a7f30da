using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Kernel.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "kernel_cursor",
                columns: table => new
                {
                    subscriber = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    transaction = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    holder = table.Column<Guid>(type: "TEXT", nullable: false),
                    lease_until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_cursor", x => x.subscriber);
                });

            migrationBuilder.CreateTable(
                name: "kernel_fact",
                columns: table => new
                {
                    position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_fact", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "kernel_idempotent_answer",
                columns: table => new
                {
                    scope = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    request_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    location = table.Column<string>(type: "TEXT", nullable: true),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_idempotent_answer", x => new { x.scope, x.key });
                });

            migrationBuilder.CreateTable(
                name: "kernel_job_lease",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    next_run = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_job_lease", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "kernel_node",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    holder = table.Column<Guid>(type: "TEXT", nullable: false),
                    lease_until = table.Column<long>(type: "INTEGER", nullable: false),
                    issued_until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_node", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "kernel_parked",
                columns: table => new
                {
                    subscriber = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    transaction = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    error = table.Column<string>(type: "TEXT", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    dead = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_parked", x => new { x.subscriber, x.transaction, x.position });
                });

            migrationBuilder.CreateTable(
                name: "kernel_rate_count",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    window_end = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_rate_count", x => x.key);
                });

            migrationBuilder.CreateIndex(
                name: "ix_kernel_fact_at",
                table: "kernel_fact",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_kernel_idempotent_answer_at",
                table: "kernel_idempotent_answer",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_kernel_parked_due_at",
                table: "kernel_parked",
                column: "due_at",
                filter: "NOT dead");

            migrationBuilder.CreateIndex(
                name: "ix_kernel_rate_count_window_end",
                table: "kernel_rate_count",
                column: "window_end");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kernel_cursor");

            migrationBuilder.DropTable(
                name: "kernel_fact");

            migrationBuilder.DropTable(
                name: "kernel_idempotent_answer");

            migrationBuilder.DropTable(
                name: "kernel_job_lease");

            migrationBuilder.DropTable(
                name: "kernel_node");

            migrationBuilder.DropTable(
                name: "kernel_parked");

            migrationBuilder.DropTable(
                name: "kernel_rate_count");
        }
    }
}
