#!/usr/bin/env python3
"""Hands a ledger package in, asks for the findings, and checks a receipt. Python 3.9, no other library.

    YTTERBY_PASSWORD=… python3 ledger_client.py URL NAME PACKAGE.zip [LOG-KEY-FILE]

The log's verifier key should be a copy that was kept; without one the service is believed this once.
Exit status: 0 done; 1 refused, or the receipt proves nothing.
"""

import base64
import hashlib
import json
import os
import sys
import time
import urllib.error
import urllib.request

TRIES = 120  # seconds that the analysis and the log may lag behind


class Client:
    def __init__(self, url):
        self.url = url.rstrip("/")
        self.token = None

    def ask(self, path, body=None, **headers):
        """Status and text of an answer; waits as long as it is told to."""
        if self.token:
            headers["Authorization"] = "Bearer " + self.token
        for _ in range(TRIES):
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            request = urllib.request.Request(self.url + path, body, named)
            try:
                with urllib.request.urlopen(request) as answer:
                    return answer.status, answer.read().decode()
            except urllib.error.HTTPError as refusal:
                wait = refusal.headers.get("Retry-After")
                if refusal.code not in (429, 503) or wait is None:
                    return refusal.code, refusal.read().decode()
                time.sleep(int(wait))
        sys.exit("gave up on " + path)

    def sign_in(self, name, password):
        body = json.dumps({"name": name, "password": password}).encode()
        status, text = self.ask("/api/v1/tokens", body, Content_Type="application/json")
        if status != 200:
            sys.exit(text)
        self.token = json.loads(text)["access_token"]

    def hand_in(self, package, key):
        """What became of a package. Sent again under the same key it counts once."""
        with open(package, "rb") as file:
            status, text = self.ask(
                "/api/v1/packages", file.read(), Content_Type="application/zip", Idempotency_Key=key
            )
        if status not in (200, 422):
            sys.exit(text)
        return json.loads(text)

    def findings(self, position):
        """All findings, page by page, once the analysis has come as far as a position."""
        for _ in range(TRIES):
            status, text = self.ask("/api/v1/findings?limit=1")
            if status == 200 and json.loads(text)["position"] > position:
                break
            time.sleep(1)
        after = ""
        while after is not None:
            status, text = self.ask("/api/v1/findings?limit=10&after=" + after)
            if status != 200:
                sys.exit(text)
            page = json.loads(text)
            yield from page["items"]
            after = page.get("next")

    def receipt(self, position):
        """The receipt of an entry, once a checkpoint covers it."""
        for _ in range(TRIES):
            status, text = self.ask("/api/v1/receipts/%d" % position)
            if status != 404:
                break
            time.sleep(1)
        if status != 200:
            sys.exit(text)
        return text


def is_proven(receipt, log_key):
    """Whether a receipt (C2SP tlog-proof) shows its entry in the log whose key this is (RFC 6962)."""
    head, note = receipt.split("\n\n", 1)
    lines = head.split("\n")
    if lines[0] != "c2sp.org/tlog-proof@v1":
        return False
    entry = base64.b64decode(lines[1].removeprefix("extra "))
    index = int(lines[2].removeprefix("index "))
    path = [base64.b64decode(line) for line in lines[3:]]
    text, signatures = note.split("\n\n", 1)
    signed = (text + "\n").encode()
    _, size, root = text.split("\n")[:3]
    return is_signed(signed, signatures, log_key) and (
        root_of(index, int(size), hashlib.sha256(b"\0" + entry).digest(), path) == base64.b64decode(root)
    )


def root_of(index, size, leaf, path):
    """The root that a path of siblings leads to (RFC 9162, section 2.1.3.2); None if it fits no tree."""
    if index >= size:
        return None
    node, last, found = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return None
        if node % 2 == 1 or node == last:
            found = hashlib.sha256(b"\1" + sibling + found).digest()
            while node % 2 == 0 and node != 0:
                node, last = node >> 1, last >> 1
        else:
            found = hashlib.sha256(b"\1" + found + sibling).digest()
        node, last = node >> 1, last >> 1
    return found if last == 0 else None


def is_signed(message, signatures, log_key):
    name, key_id, typed = log_key.strip().split("+", 2)
    key = base64.b64decode(typed)
    for line in signatures.splitlines():
        mark, signer, text = line.split(" ", 2)
        signature = base64.b64decode(text)
        if signer == name and signature[:4].hex() == key_id and key[0] == 1:
            return ed25519_holds(key[1:], message, signature[4:])
    return False


# Ed25519 (RFC 8032), for checking only: what is secret needs another implementation.
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P


def point(encoded):
    y = int.from_bytes(encoded, "little")
    is_odd, y = y >> 255, y & (2**255 - 1)
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - square) % P:
        raise ValueError("no point of the curve")
    return (P - x if x % 2 != is_odd else x, y)


def added(a, b):
    (x1, y1), (x2, y2) = a, b
    both = D * x1 * x2 * y1 * y2
    x = (x1 * y2 + x2 * y1) * pow(1 + both, -1, P) % P
    return (x, (y1 * y2 + x1 * x2) * pow(1 - both, -1, P) % P)


def times(number, a):
    sum_ = (0, 1)
    while number:
        if number % 2:
            sum_ = added(sum_, a)
        a, number = added(a, a), number >> 1
    return sum_


BASE = point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def ed25519_holds(key, message, signature):
    scalar = int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or scalar >= ORDER:
        return False
    challenge = hashlib.sha512(signature[:32] + key + message).digest()
    expected = times(int.from_bytes(challenge, "little") % ORDER, point(key))
    return times(scalar, BASE) == added(point(signature[:32]), expected)


def main():
    url, name, package = sys.argv[1:4]
    client = Client(url)
    client.sign_in(name, os.environ["YTTERBY_PASSWORD"])
    with open(package, "rb") as file:
        key = "client-" + hashlib.sha256(file.read()).hexdigest()
    taken = client.hand_in(package, key)
    for problem in taken["problems"]:
        print("{file}:{row} {column} {value}: {problem}".format(**problem))
    for refusal in taken["refusals"]:
        print("{code} {subject}: {message}".format(**refusal))
    print("%s: %d rows" % (taken["outcome"], taken["rows"]))
    if taken["outcome"] != "accepted":
        sys.exit(1)
    findings = list(client.findings(taken["last_position"]))
    for finding in findings:
        print("{severity} {rule} {facility} {lot}: {message}".format(**finding))
    print("%d findings" % len(findings))
    receipt = client.receipt(taken["first_position"])
    if len(sys.argv) > 4:
        with open(sys.argv[4], encoding="utf-8") as file:
            log_key = file.read()
    else:
        _, log_key = client.ask("/log/key")
    good = is_proven(receipt, log_key)
    print("receipt of entry %d: %s" % (taken["first_position"], "proven" if good else "NOT proven"))
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
