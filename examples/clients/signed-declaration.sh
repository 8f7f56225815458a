#!/bin/sh
# Declares rows as a machine with a key of its own: signs in by an assertion (RFC 7523), and signs the request (RFC 9421).
# Needs curl, openssl and the core utilities.
#
#   signed-declaration.sh URL CLIENT-ID KEY.pem DECLARATION.json
#
# KEY.pem is made by: openssl genpkey -algorithm ed25519 -out KEY.pem. DECLARATION.json is canonical JSON (RFC 8785)
# with the members rows and table. Exit status: 0 taken; 1 refused.
set -eu
url=$1
client=$2
key=$3
declaration=$4
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

base64url() {
    basenc --base64url -w 0 | tr -d =
}

# Ed25519 over standard input
sign() {
    cat >"$scratch/message"
    openssl pkeyutl -sign -rawin -inkey "$key" -in "$scratch/message"
}

now=$(date +%s)
header=$(printf '{"alg":"EdDSA"}' | base64url)
claims=$(printf '{"iss":"%s","sub":"%s","aud":"%s/oauth2/token","exp":%d,"jti":"%s"}' \
    "$client" "$client" "$url" "$((now + 60))" "$(openssl rand -hex 16)" | base64url)
signature=$(printf '%s.%s' "$header" "$claims" | sign | base64url)
token=$(curl -sS -f "$url/oauth2/token" -d grant_type=client_credentials \
    --data-urlencode client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \
    -d "client_assertion=$header.$claims.$signature" | sed -n 's/.*"access_token":"\([^"]*\)".*/\1/p')

# the key is named by its thumbprint (RFC 7638)
x=$(openssl pkey -in "$key" -pubout -outform DER | tail -c 32 | base64url)
key_id=$(printf '{"crv":"Ed25519","kty":"OKP","x":"%s"}' "$x" | openssl dgst -sha256 -binary | base64url)
digest="sha-256=:$(openssl dgst -sha256 -binary "$declaration" | base64 -w 0):"
once=$(openssl dgst -sha256 -r "$declaration" | cut -d ' ' -f 1)
input="(\"@method\" \"@path\" \"content-digest\" \"idempotency-key\");created=$now;keyid=\"$key_id\""
signature=$(printf '"@method": POST\n"@path": /api/v1/declarations\n"content-digest": %s\n"idempotency-key": %s\n"@signature-params": %s' \
    "$digest" "$once" "$input" | sign | base64 -w 0)
curl -sS "$url/api/v1/declarations" -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
    -H "Idempotency-Key: $once" -H "Content-Digest: $digest" -H "Signature-Input: sig=$input" \
    -H "Signature: sig=:$signature:" --data-binary "@$declaration" >"$scratch/answer"
cat "$scratch/answer"
echo
grep -q '"outcome":"accepted"' "$scratch/answer"
