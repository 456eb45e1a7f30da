using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sward.Discovery.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Signals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_discovery_trained_model_used_since",
                table: "discovery_trained_model");

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "discovery_trained_model",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "taste");

            migrationBuilder.AddColumn<int>(
                name: "bounces",
                table: "discovery_note_action",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "dwell_seconds",
                table: "discovery_note_action",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "finished",
                table: "discovery_note_action",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "opened",
                table: "discovery_note_action",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "discovery_author",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    followers = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_author", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "discovery_experiment",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    layer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    salt = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    first_bucket = table.Column<int>(type: "INTEGER", nullable: false),
                    bucket_count = table.Column<int>(type: "INTEGER", nullable: false),
                    is_on = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    arms = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_experiment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "discovery_experiment_change",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    experiment_id = table.Column<long>(type: "INTEGER", nullable: false),
                    operator_id = table.Column<long>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_experiment_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "discovery_exposure",
                columns: table => new
                {
                    experiment_id = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    arm = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    first_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_exposure", x => new { x.experiment_id, x.account_id });
                });

            migrationBuilder.CreateTable(
                name: "discovery_note_count",
                columns: table => new
                {
                    note_id = table.Column<long>(type: "INTEGER", nullable: false),
                    hour = table.Column<long>(type: "INTEGER", nullable: false),
                    impressions = table.Column<int>(type: "INTEGER", nullable: false),
                    opens = table.Column<int>(type: "INTEGER", nullable: false),
                    bounces = table.Column<int>(type: "INTEGER", nullable: false),
                    dwell_seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    likes = table.Column<int>(type: "INTEGER", nullable: false),
                    collects = table.Column<int>(type: "INTEGER", nullable: false),
                    commenters = table.Column<int>(type: "INTEGER", nullable: false),
                    shares = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_note_count", x => new { x.note_id, x.hour });
                });

            migrationBuilder.CreateTable(
                name: "discovery_person_day",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    impressions = table.Column<int>(type: "INTEGER", nullable: false),
                    opens = table.Column<int>(type: "INTEGER", nullable: false),
                    bounces = table.Column<int>(type: "INTEGER", nullable: false),
                    dwell_seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    reactions = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_person_day", x => new { x.account_id, x.day });
                });

            migrationBuilder.CreateTable(
                name: "discovery_signal_cursor",
                columns: table => new
                {
                    reader = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discovery_signal_cursor", x => x.reader);
                });

            migrationBuilder.CreateIndex(
                name: "ix_discovery_trained_model_kind_used_since",
                table: "discovery_trained_model",
                columns: new[] { "kind", "used_since" });

            migrationBuilder.CreateIndex(
                name: "ix_discovery_experiment_layer_first_bucket",
                table: "discovery_experiment",
                columns: new[] { "layer", "first_bucket" },
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_discovery_experiment_name",
                table: "discovery_experiment",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_discovery_experiment_change_experiment_id_id",
                table: "discovery_experiment_change",
                columns: new[] { "experiment_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_discovery_note_count_hour",
                table: "discovery_note_count",
                column: "hour");

            migrationBuilder.CreateIndex(
                name: "ix_discovery_person_day_day",
                table: "discovery_person_day",
                column: "day");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "discovery_author");

            migrationBuilder.DropTable(
                name: "discovery_experiment");

            migrationBuilder.DropTable(
                name: "discovery_experiment_change");

            migrationBuilder.DropTable(
                name: "discovery_exposure");

            migrationBuilder.DropTable(
                name: "discovery_note_count");

            migrationBuilder.DropTable(
                name: "discovery_person_day");

            migrationBuilder.DropTable(
                name: "discovery_signal_cursor");

            migrationBuilder.DropIndex(
                name: "ix_discovery_trained_model_kind_used_since",
                table: "discovery_trained_model");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "discovery_trained_model");

            migrationBuilder.DropColumn(
                name: "bounces",
                table: "discovery_note_action");

            migrationBuilder.DropColumn(
                name: "dwell_seconds",
                table: "discovery_note_action");

            migrationBuilder.DropColumn(
                name: "finished",
                table: "discovery_note_action");

            migrationBuilder.DropColumn(
                name: "opened",
                table: "discovery_note_action");

            migrationBuilder.CreateIndex(
                name: "ix_discovery_trained_model_used_since",
                table: "discovery_trained_model",
                column: "used_since");
        }
    }
}
