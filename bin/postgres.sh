# shellcheck shell=bash
# A PostgreSQL cluster of one's own on a loopback port, in a folder that is thrown away.

PG_BIN=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)

# PostgreSQL refuses to run as root.
as_postgres() {
  if [[ $EUID -eq 0 ]]; then
    (cd / && runuser -u postgres -- "$@")
  else
    "$@"
  fi
}

# start_postgres FOLDER [SETTING=VALUE …] prints the connection string.
start_postgres() {
  local folder=$1 port password setting
  shift
  port=$(free_port)
  password=$(secret)
  mkdir -p "$folder"
  printf '%s' "$password" >"$folder/password"
  if [[ $EUID -eq 0 ]]; then chown -R postgres "$folder"; fi
  as_postgres "$PG_BIN/initdb" --pgdata "$folder/data" --username sward --pwfile "$folder/password" \
    --auth scram-sha-256 --encoding UTF8 --locale C.UTF-8 >"$folder/initdb.log"
  {
    echo "port = $port"
    echo "listen_addresses = '127.0.0.1'"
    echo "unix_socket_directories = ''"
    echo "max_connections = 200"
    for setting in "$@"; do echo "$setting"; done
  } >>"$folder/data/postgresql.conf"
  as_postgres "$PG_BIN/pg_ctl" start --wait --silent --pgdata "$folder/data" --log "$folder/server.log"
  echo "Host=127.0.0.1;Port=$port;Username=sward;Password=$password"
}

stop_postgres() {
  if [[ -d $1/data ]]; then as_postgres "$PG_BIN/pg_ctl" stop --silent --mode immediate --pgdata "$1/data" || true; fi
}
