#!/bin/sh
# Hands a ledger package in, asks for the findings, and checks a receipt. Needs curl, sed and the ytterby command.
#
#   YTTERBY_PASSWORD=… ledger-client.sh URL NAME PACKAGE.zip [LOG-KEY-FILE]
#
# YTTERBY names the command that verifies receipts (default: ./ytterby). Exit status: 0 done; 1 refused, or the
# receipt proves nothing.
set -eu
url=$1
name=$2
package=$3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# The value of a member of a JSON object; good enough for tokens, numbers and cursors.
member() {
    sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\)\"\{0,1\}.*/\1/p" | head -n 1
}

# --retry honours Retry-After
ask() {
    path=$1
    shift
    curl -sS --retry 5 -H "Authorization: Bearer $token" "$@" "$url$path"
}

token=$(printf '{"name":"%s","password":"%s"}' "$name" "$YTTERBY_PASSWORD" |
    curl -sS -f "$url/api/v1/tokens" -H 'Content-Type: application/json' --data-binary @- | member access_token)

# sent again under the same key it counts once
key=client-$(sha256sum "$package" | cut -d ' ' -f 1)
ask /api/v1/packages -H "Idempotency-Key: $key" -H 'Content-Type: application/zip' \
    --data-binary "@$package" >"$scratch/taken"
# problems come by file, row and column
sed 's/},{/},\
{/g' "$scratch/taken"
echo
[ "$(member outcome <"$scratch/taken")" = accepted ] || exit 1
first=$(member first_position <"$scratch/taken")
last=$(member last_position <"$scratch/taken")

tries=0
until [ "$(ask '/api/v1/findings?limit=1' | member position)" -gt "$last" ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 120 ] || exit 1
    sleep 1
done
after=
while :; do
    ask "/api/v1/findings?limit=10&after=$after" >"$scratch/page"
    cat "$scratch/page"
    echo
    after=$(sed -n 's/.*"next":"\([0-9]*\)".*/\1/p' "$scratch/page")
    [ -n "$after" ] || break
done

tries=0
until ask "/api/v1/receipts/$first" -f >"$scratch/receipt" 2>"$scratch/error"; do
    tries=$((tries + 1))
    [ "$tries" -lt 120 ] || exit 1
    sleep 1
done
if [ $# -gt 3 ]; then
    cp "$4" "$scratch/key"
else
    curl -sS -f "$url/log/key" >"$scratch/key" # keep a copy and give it instead
fi
${YTTERBY:-./ytterby} verify "$scratch/receipt" --log-key "$scratch/key"
