using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Accounts.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts_account",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    handle = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    nickname = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true, collation: "C"),
                    phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, collation: "C"),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    password_hash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    failed_sign_ins = table.Column<int>(type: "integer", nullable: false),
                    locked_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_operator = table.Column<bool>(type: "boolean", nullable: false),
                    bio = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    region = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    birthday = table.Column<DateOnly>(type: "date", nullable: true),
                    interests = table.Column<List<string>>(type: "text[]", nullable: false),
                    avatar_id = table.Column<long>(type: "bigint", nullable: true),
                    cover_id = table.Column<long>(type: "bigint", nullable: true),
                    language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    notes_visibility = table.Column<int>(type: "integer", nullable: false),
                    collected_visibility = table.Column<int>(type: "integer", nullable: false),
                    liked_visibility = table.Column<int>(type: "integer", nullable: false),
                    following_count = table.Column<int>(type: "integer", nullable: false),
                    follower_count = table.Column<int>(type: "integer", nullable: false),
                    received_count = table.Column<int>(type: "integer", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "accounts_block",
                columns: table => new
                {
                    blocker_id = table.Column<long>(type: "bigint", nullable: false),
                    blocked_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts_block", x => new { x.blocker_id, x.blocked_id });
                });

            migrationBuilder.CreateTable(
                name: "accounts_follow",
                columns: table => new
                {
                    follower_id = table.Column<long>(type: "bigint", nullable: false),
                    followee_id = table.Column<long>(type: "bigint", nullable: false),
                    labels = table.Column<List<string>>(type: "text[]", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts_follow", x => new { x.follower_id, x.followee_id });
                });

            migrationBuilder.CreateTable(
                name: "accounts_mute",
                columns: table => new
                {
                    muter_id = table.Column<long>(type: "bigint", nullable: false),
                    muted_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts_mute", x => new { x.muter_id, x.muted_id });
                });

            migrationBuilder.CreateTable(
                name: "accounts_one_time_code",
                columns: table => new
                {
                    address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false, collation: "C"),
                    code_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tries_left = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts_one_time_code", x => x.address);
                });

            migrationBuilder.CreateTable(
                name: "accounts_session",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    token_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    agent = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts_session", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_account_email",
                table: "accounts_account",
                column: "email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_accounts_account_handle",
                table: "accounts_account",
                column: "handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_accounts_account_phone",
                table: "accounts_account",
                column: "phone",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_accounts_block_blocked_id_blocker_id",
                table: "accounts_block",
                columns: new[] { "blocked_id", "blocker_id" });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_follow_followee_id_id",
                table: "accounts_follow",
                columns: new[] { "followee_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_follow_follower_id_id",
                table: "accounts_follow",
                columns: new[] { "follower_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_session_account_id_id",
                table: "accounts_session",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_session_expires_at",
                table: "accounts_session",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_session_token_hash",
                table: "accounts_session",
                column: "token_hash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts_account");

            migrationBuilder.DropTable(
                name: "accounts_block");

            migrationBuilder.DropTable(
                name: "accounts_follow");

            migrationBuilder.DropTable(
                name: "accounts_mute");

            migrationBuilder.DropTable(
                name: "accounts_one_time_code");

            migrationBuilder.DropTable(
                name: "accounts_session");
        }
    }
}
