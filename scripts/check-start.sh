#!/usr/bin/env bash
# npm start as a person would: ready, signed in to, stopped by SIGTERM within five seconds, started again on the same data.
set -euo pipefail
mkdir -p .tmp
data=$(mktemp -d .tmp/start-XXXXXX)
port=$((20000 + RANDOM % 20000))
log="$data/log"
pid=
trap '[ -n "$pid" ] && kill -TERM "$pid" 2>/dev/null; rm -rf "$data"' EXIT

start() {
  DATA_DIR="$data" PORT=$port ADMIN_PASSWORD=mat-khau-kiem-tra npm start >"$log" 2>&1 &
  pid=$!
  for _ in $(seq 1 120); do
    if curl -fsS "http://localhost:$port/health/ready" >/dev/null 2>&1; then return; fi
    kill -0 "$pid" 2>/dev/null || { cat "$log"; exit 1; }
    sleep 0.25
  done
  cat "$log"
  exit 1
}

stop() {
  kill -TERM "$pid"
  wait "$pid" || true
  pid=
  for _ in $(seq 1 50); do
    if [ ! -e "$data/postgres/cluster/postmaster.pid" ]; then return; fi
    sleep 0.1
  done
  echo "still runs 5 s after SIGTERM"
  exit 1
}

rows() {
  local token
  token=$(curl -fsS -H 'content-type: application/json' -d '{"login":"admin","password":"mat-khau-kiem-tra"}' "http://localhost:$port/api/v1/sessions" | sed 's/.*"token":"\([^"]*\)".*/\1/')
  curl -fsS -H "authorization: Bearer $token" "http://localhost:$port/api/v1/agreements" | grep -o '"kind"' | wc -l
}

start
first=$(rows)
[ "$first" -gt 0 ] || { echo "no sample office"; exit 1; }
DATA_DIR="$data" PORT=$((port + 1)) npm start >"$data/second" 2>&1 && { echo "a second start on the same folder was let in"; exit 1; }
DATA_DIR="$data" npm run -s sweep >/dev/null
stop
DATA_DIR="$data" npm run -s sweep >/dev/null
start
[ "$(rows)" = "$first" ] || { echo "the data did not stay"; exit 1; }
stop
echo "npm start: starts, is alone, stops, and starts again with its data"
