#!/usr/bin/env bash
# Restarts the processes of the Atlas one after the other: rolling-update.sh 1 2 3 4
# HAProxy sends new requests elsewhere meanwhile; open pages reconnect with the choice in their
# address. Stops at the first process that does not become healthy. Needs socat and curl.
set -euo pipefail
socket=${ATLAS_ADMIN_SOCKET:-/run/haproxy/admin.sock}
restart=${ATLAS_RESTART:-systemctl restart atlas@}   # the number of the process is appended
drain=${ATLAS_DRAIN_S:-3}                           # for requests that have begun
patience=${ATLAS_PATIENCE_S:-120}

say() { echo "$1" | socat stdio "unix-connect:$socket" >/dev/null; }

for number in "$@"; do
  port=$((8510 + number))
  say "set server atlas/p$number state maint"
  sleep "$drain"
  $restart"$number"
  waited=0
  until curl --silent --fail --output /dev/null "http://127.0.0.1:$port/health"; do
    waited=$((waited + 1))
    if [ "$waited" -gt "$((patience * 2))" ]; then
      echo "Process $number is not healthy; it stays out of use, the others were not restarted." >&2
      exit 1
    fi
    sleep 0.5
  done
  say "set server atlas/p$number state ready"
  echo "Process $number was restarted."
done
