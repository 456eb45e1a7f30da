using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Sward.Kernel.Migrations.Postgres
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
                    subscriber = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    transaction = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    holder = table.Column<Guid>(type: "uuid", nullable: false),
                    lease_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_cursor", x => x.subscriber);
                });

            migrationBuilder.CreateTable(
                name: "kernel_fact",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    payload = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xid = table.Column<ulong>(type: "xid8", nullable: false, defaultValueSql: "pg_current_xact_id()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_fact", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "kernel_idempotent_answer",
                columns: table => new
                {
                    scope = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    request_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    status = table.Column<int>(type: "integer", nullable: false),
                    location = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    body = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_idempotent_answer", x => new { x.scope, x.key });
                });

            migrationBuilder.CreateTable(
                name: "kernel_job_lease",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    next_run = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_job_lease", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "kernel_node",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    holder = table.Column<Guid>(type: "uuid", nullable: false),
                    lease_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    issued_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_node", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "kernel_parked",
                columns: table => new
                {
                    subscriber = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    transaction = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    payload = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    error = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    dead = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_parked", x => new { x.subscriber, x.transaction, x.position });
                });

            migrationBuilder.CreateTable(
                name: "kernel_rate_count",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    count = table.Column<int>(type: "integer", nullable: false),
                    window_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                name: "ix_kernel_fact_xid_position",
                table: "kernel_fact",
                columns: new[] { "xid", "position" });

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
