# shellcheck shell=bash
# shellcheck disable=SC2034 # The lists are read by the verbs.
# What the verbs share. Sourced from the root of the repository.

shopt -s inherit_errexit
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# Debian packages with the reason for each; `doctor` prints these lines.
RUN_PACKAGES="
libvips42              pictures are decoded, scaled and re-encoded by libvips
ffmpeg                 video covers, previews and ladders
fonts-noto-cjk         Chinese text on drawn covers
fonts-noto-color-emoji emoji on drawn covers
libicu72               sorting and number formats of two languages
tzdata                 business days are named by zone
"
TEST_PACKAGES="
postgresql-15          every slice is tested on PostgreSQL too
redis-server           fan-out and cache between nodes
chromium               the browser journeys
shellcheck             checks these scripts
"
BENCH_PACKAGES="
wrk                    the load of the figures over HTTP
postgresql-15          a rush is measured on PostgreSQL too
"

say() { printf '%s\n' "$*" >&2; }

die() {
  say "$@"
  exit 1
}

# Names of the packages of a list that are not installed.
missing_packages() {
  local name
  while read -r name _; do
    if [[ -n $name && $(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null) != installed ]]; then
      printf '%s\n' "$name"
    fi
  done <<<"$1"
}

# Installs what is missing of a list, or prints the line that would.
need_packages() {
  local missing privilege=()
  mapfile -t missing < <(missing_packages "$1")
  if [[ ${#missing[@]} -eq 0 ]]; then return; fi
  if [[ $EUID -ne 0 ]]; then
    sudo -n true 2>/dev/null || die "Missing Debian packages. Run:  sudo apt-get install -y ${missing[*]}"
    privilege=(sudo)
  fi
  say "Installing ${missing[*]}"
  "${privilege[@]}" apt-get update -qq
  "${privilege[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

need_sdk() {
  dotnet --version >/dev/null 2>&1 || die "The .NET 10 SDK is missing: https://dotnet.microsoft.com/download/dotnet/10.0"
  [[ $(node --version 2>/dev/null) =~ ^v([0-9]+) && ${BASH_REMATCH[1]} -ge 20 ]] || die "Node 20 or newer is missing: https://nodejs.org"
}

# node_modules follow package-lock.json; npm runs only when that file changed.
need_npm_modules() {
  if ! cmp -s package-lock.json node_modules/.installed-lock.json; then
    npm ci --silent
    cp package-lock.json node_modules/.installed-lock.json
  fi
}

# Builds and publishes the Host to artifacts/host, unless no source file changed since the last time.
publish_host() {
  local sources published=artifacts/host/.sources
  # site.css is joined from src/Ui/Styles by the build itself.
  sources=$(find src Directory.* global.json -type f ! -path src/Ui/wwwroot/site.css -printf '%p %T@\n' | sort | sha256sum)
  if [[ -f $published && $sources == $(<$published) ]]; then return; fi
  say "Building"
  dotnet publish src/Host --configuration Release --output artifacts/host --verbosity quiet >&2 || return
  echo "$sources" >$published
}

# A TCP port of 127.0.0.1 that nobody listens on.
free_port() {
  local port
  while true; do
    port=$((20000 + RANDOM % 12000))
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      echo "$port"
      return
    fi
  done
}

# until_ready PORT PID: waits until the Host there answers, as long as its process lives.
until_ready() {
  until curl --silent --fail --output /dev/null "http://127.0.0.1:$1/health/ready"; do
    kill -0 "$2" 2>/dev/null || return 1
    sleep 0.05
  done
}

secret() { tr -d '-' </proc/sys/kernel/random/uuid; }
