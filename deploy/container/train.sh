#!/usr/bin/env bash
# Runs a gateway for a moment, so that the JVM can note which classes it loads. For the image build, and to try by hand:
#
#   bash deploy/container/train.sh target/heliograph.jar -XX:AOTCacheOutput=heliograph.aot        # JDK 25 and newer
#   bash deploy/container/train.sh target/heliograph.jar -XX:ArchiveClassesAtExit=heliograph.jsa  # JDK 17 and newer
#
# The result is used with -XX:AOTCache=heliograph.aot or -XX:SharedArchiveFile=heliograph.jsa, by the same JVM, with the
# jar at the same path.
set -euo pipefail

jar=$1
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/articles"
printf -- '---\ntitle: Training\nsection: News\n---\nA *short* article.\n' > "$work/articles/training.md"

touch "$work/out"
java "$@" -jar "$jar" serve --origin "$work/articles" --host http://localhost:8080 --set data="$work/data" \
    --set server.bind=127.0.0.1 --set server.port=0 --set ops.port=0 > "$work/out" 2> "$work/err" &
gateway=$!

fail() {
    echo "$1" >&2
    cat "$work/err" >&2
    kill "$gateway" 2> /dev/null && wait "$gateway"
    exit 1
}

# Prints the status with which a path is answered; nothing if it is not.
get() (
    exec 3<> "/dev/tcp/127.0.0.1/$port" || exit
    printf 'GET %s HTTP/1.1\r\nHost: localhost:%s\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n' \
        "$1" "$port" >&3
    read -r _ status _ <&3 && cat <&3 > /dev/null && echo "$status"
)

# Calls a command until it succeeds, for a minute at most.
await() {
    for _ in {1..300}; do
        "$@" && return
        kill -0 "$gateway" 2> /dev/null || break
        sleep 0.2
    done
    fail "This did not come true: $*"
}

# The welcome names the port that was free; its last line is written when the articles are in.
await grep -q '^Stop with' "$work/out"
port=$(sed -n 's/.* listens on port \([0-9]*\)\..*/\1/p' "$work/out")
article_is_there() { [ "$(get /training 2> /dev/null)" = 200 ]; }
await article_is_there
for path in / /feeds /feed.rss /feed.atom /feed.json /tv/roku.json /sections/news /nothing-here; do
    echo "$path $(get "$path")"
done

kill -TERM "$gateway"
ended=0
wait "$gateway" || ended=$?
[ "$ended" -eq 143 ] || fail "The gateway ended with $ended, not as after SIGTERM."
for flag in "$@"; do
    case $flag in
        *=*.aot | *=*.jsa) test -s "${flag#*=}" ;;
    esac
done
