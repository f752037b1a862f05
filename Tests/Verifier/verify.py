"""Verifies a log: LOG is its directory, or a path such as DIR/addendum- that the names of its segments begin with.
Exit codes: 0 intact and signed by a --key, 10 intact, 11 damaged, 12 forged or forked, 1 not readable as a log."""
import argparse, base64, collections, datetime, io, itertools, json, os, re, sys
from hashlib import sha256
from pathlib import Path
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
LINE_LIMIT, NUMBER_LIMIT = 65536, 1 << 53
# A line: its keys in their order, and a trailer of 95 bytes, always, so that no body can imitate it. # is a number.
LINE = re.compile(
    rb'(?:\{"n":#(?:,"e":#)?,"k":"([A-Za-z0-9_.]{1,64})","t":"(\d{4})-(\d\d)-(\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d'
    rb'\.\d{6}Z","m":#(?:,"d":#)?,"v":#(?:,"a":"[^\x00-\x1f"\\]{1,128}")?,"b":(\{.*\})|.+)'
    rb',"p":"([0-9a-f]{64})","x":"([0-9a-f]{16})"\}'.replace(b"#", rb"(0|[1-9][0-9]{0,15})"), re.DOTALL)
Record = collections.namedtuple("Record", "n k d v p leaf body")  # d is -1 where absent, p and leaf are hex
# A C2SP checkpoint: origin, size, root, further lines, an empty one, signatures. Base64 has one canonical writing.
NOTE = re.compile(
    "(([^\0-\x1f]+)\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)\n(?:[^\0-\x1f]+\n)*)\n((?:\u2014 "
    "[^\\s+\0-\x1f]+ (?:[A-Za-z0-9+/]{4}){2,}(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?\n){1,64})")
def root(leaves):
    """The RFC 6962 root: on the left of each node stand as many leaves as the largest power of two below all."""
    if len(leaves) < 2: return leaves[0] if leaves else sha256().digest()
    left = 1 << (len(leaves) - 1).bit_length() - 1
    return sha256(b"\1" + root(leaves[:left]) + root(leaves[left:])).digest()
def read_line(line):
    """Whether trailer and self-check hold, and the record; None for that if the keys around its body are malformed."""
    found = LINE.fullmatch(line) if line[-95:-89] == b',"p":"' and len(line) <= LINE_LIMIT else None
    if not found or sha256(line[:-24]).hexdigest()[:16].encode() != found[12]: return False, None
    n, e, kind, year, month, day, m, d, v, body, p, _ = found.groups()
    try: datetime.date(int(year) % 400 + 400, int(month), int(day))  # the calendar repeats; Python's has no year 0
    except (TypeError, ValueError): return True, None
    if max(int(number or 0) for number in (n, e, m, d, v)) > NUMBER_LIMIT or int(d or -1) >= int(n): return True, None
    return True, Record(int(n), kind.decode(), int(d or -1), int(v), p.decode(), sha256(b"\0" + line).hexdigest(), body)
def whole_lines(data, at=0, limit=None):
    """Where whole lines begin from `at` on, and their records; garbage may have swallowed the LF before one."""
    while limit != 0 and (end := data.find(b"\n", at)) >= 0:
        begins = itertools.islice(re.compile(rb'\{"n":').finditer(data, max(at, end - LINE_LIMIT), end), 64)
        tries = ((begin.start(), read_line(data[begin.start():end])[1]) for begin in begins)
        if found := next((found for found in tries if found[1]), None): yield found
        at, limit = end + 1, limit and limit - bool(found)
def members(body):
    try: return json.loads(body.decode())
    except (ValueError, RecursionError): return {}
def header(record, kind, *more):
    """The body of a record that begins a log or a segment; empty if it is no such record."""
    body = members(record.body) if record and record.k == kind else {}
    has_texts = all(type(body.get(key)) is str for key in ("log", "station", "boot", "writer") + more)
    return body if has_texts and body.get("fmt") == "vigil-log/1" else {}
class Log:
    """A log's segments, walked over in their order."""
    def __init__(self):
        self.id, self.leaves = None, []      # the leaves of all lines, whole or not
        self.chain, self.unchained = [], []  # whole records before and after the first break
        self.problems, self.torn = [], None  # torn: an unfinished write of which nothing says it was acknowledged
        self.next, self.previous, self.leaf_of = 0, "0" * 64, {-1: "0" * 64}
        self.highest, self.proven, self.known = -1, -1, 0  # proven: the highest record that another says was on disk
    def read(self, directory, prefix="", known=False):
        paths = sorted(p for p in Path(directory).glob(prefix + "[0-9]" * 6 + ".jsonl") if p.stem[-6:] != "000000")
        if not paths: raise FileNotFoundError(f"{directory}/{prefix}: there is no log here")
        for path in paths:
            data, is_first = path.read_bytes(), path.stem.endswith("000001")
            self.leaves += [sha256(b"\0" + line.removesuffix(b"\n")).digest() for line in io.BytesIO(data)]
            version = re.match(rb'\{"n":[^\n]*?"fmt":"vigil-log/([^\x00-\x20"]{0,16})', data[:LINE_LIMIT])
            if version and version[1] != b"1" and not known: raise ValueError(f"{path} is of another version")
            if is_first and not (version or known or any(whole_lines(data[:2**20]))): raise ValueError(f"no log {path}")
            if not is_first: self.enter(path, data[:max(0, data.find(b"\n"))])
            self.scan(path, data)
    def enter(self, path, line):
        """Judges by its first line how a segment follows from those before."""
        record = read_line(line)[1]
        body = header(record, "log.segment", "reason", "after")
        after = int(body["after"]) if re.fullmatch("[-+]?[0-9]{1,18}", body.get("after", "")) else -2
        is_header = body.get("reason") in ("size", "writeFailed", "damage") and -1 <= after < record.n
        if (is_header and body["reason"] == "writeFailed" and self.proven <= after < self.highest
                and record.n == after + 1 and record.p == self.leaf_of.get(after)):
            # The flush of the records beyond had failed: they were never acknowledged, and stand here again.
            while self.unchained and self.unchained[-1].n > after: self.unchained.pop()
            if not self.problems: del self.chain[after + 1:]
            self.highest = after
        if self.torn and not (is_header and after == self.highest): self.problems.append(f"damaged: {self.torn}")
        if not is_header: return self.problems.append(f"damaged: {path}: its first line is no header of a segment")
        if max(after, record.n - 1) > self.highest and len(self.problems) == self.known:
            self.problems.append(f"damaged: {path}: records before {record.n} are lost")
        if record.n <= self.highest or after <= self.highest and record.p != self.leaf_of.get(after):
            self.problems.append(f"forged: {path} does not go on from record {after} as it stands")
        self.next, self.previous = record.n, record.p
    def scan(self, path, data):
        """Takes the lines of a segment that follow from each other, and judges what stands between them."""
        at, self.known, self.torn = 0, len(self.problems), None  # known: so many problems before this segment
        while at < len(data):
            end = data.find(b"\n", at)
            is_whole, record = read_line(data[at:end]) if end >= 0 else (False, None)
            if record and (record.n, record.p) == (self.next, self.previous):
                (self.unchained if self.problems else self.chain).append(record)
                at, self.next, self.previous, self.leaf_of[record.n] = end + 1, record.n + 1, record.leaf, record.leaf
                self.highest, self.proven = max(self.highest, record.n), max(self.proven, record.d)
                if record.n == 0 and self.id is None: self.id = header(record, "log.open").get("log")
                continue
            # After an earlier break one whole line is evidence enough; reading all each time would cost the square.
            later = [(at, record)] if record else list(whole_lines(data, at, 1 if self.problems else None))
            # No crash makes a number stand twice, or leaves a whole line with a wrong predecessor or malformed keys.
            if record: kind = "damaged" if record.n > self.next else "forged"
            elif is_whole or any(r.n < self.next for _, r in later): kind = "forged"
            elif not self.next or any(self.problems or r.n == self.next or r.d >= self.next for _, r in later):
                kind = "damaged"
            else:  # no later line says that this had been on disk
                self.torn = f"{path} at byte {at}: an unfinished write after record {self.next - 1}"
                return
            self.problems.append(f"{kind}: {path} at byte {at}: not what was written as record {self.next}")
            if not later: return
            at, self.next, self.previous = later[0][0], later[0][1].n, later[0][1].p  # the chain begins anew
    def compare(self, what, size, expected):
        if len(self.leaves) < size: self.problems.append(f"damaged: {what} names {size} lines, more than there are")
        elif len(self.leaves) > size or root(self.leaves) != expected: self.problems.append(f"forged: {what} differs")
def read_keys(paths):
    """The Ed25519 keys in files of C2SP vkeys, one per line, by their names and IDs."""
    keys = {}
    for line in itertools.chain(*(Path(path).read_bytes().decode().removesuffix("\n").split("\n") for path in paths)):
        name, key_id, key = line.split("+", 2)
        key = base64.b64decode(key, validate=True)
        if key[:1] != b"\1" or sha256(name.encode() + b"\n" + key).hexdigest()[:8] != key_id: raise ValueError("no key")
        keys[name, key_id] = Ed25519PublicKey.from_public_bytes(key[1:])
    return keys
def fold(records):  # how far the station's logs had got, by name, and what was sealed of them
    heads, sealed = {}, {}
    for record in records:
        body = members(record.body)
        if (record.k, record.v) == ("heads", 1): heads.update(body["heads"])
        if (record.k, record.v) == ("session.sealed", 1): sealed[body["session"]], heads[body["session"]] = body, None
    return heads, sealed
def read_note(path, keys):
    """A signed checkpoint's origin, size and root, the known keys that signed it, and what is wrong with it."""
    signers, wrong = set(), []
    try: text, origin, size, expected, lines = NOTE.fullmatch(path.read_bytes().decode()).groups()
    except (OSError, ValueError, AttributeError): return "", 0, b"", signers, [f"forged: {path} is no checkpoint"]
    for _, name, blob in map(str.split, lines.splitlines()):
        key, signature = (name, base64.b64decode(blob)[:4].hex()), base64.b64decode(blob)[4:]
        try: keys[key].verify(signature, text.encode())
        except KeyError: continue  # others may sign too
        except InvalidSignature: wrong.append(f"forged: {path}: the signature of {name} is not by its key")
        else: signers.add(key)
    return origin, int(size), base64.b64decode(expected), signers, wrong
def read_home(home, trusted):
    """A home's keys, what its station's journal says, and the heads in what of that a trusted key has signed."""
    journal, signed = Log(), {}
    try: journal.read(Path(home, "station"))
    except (FileNotFoundError, ValueError): journal = Log()  # a log without its journal is checked by itself
    records = journal.chain + journal.unchained
    _, size, expected, signers, wrong = read_note(Path(home, "station", "journal.checkpoint"), trusted)
    leaves = [bytes.fromhex(record.leaf) for record in records[:size]]
    if signers and not wrong and len(leaves) == size and root(leaves) == expected: signed = fold(records[:size])[0]
    return read_keys(Path(home, "keys").glob("*.vkey")), *fold(records), signed
def check_seal(log, path, is_whole, keys):
    """Compares a log with its seal, and returns which known keys signed that."""
    origin, size, expected, signers, wrong = read_note(path, keys)
    if not is_whole or not origin: pass  # no seal agrees where records are lost
    elif log.id and not origin.endswith(f"/log/{log.id}"): log.problems.append(f"forged: {path} is another log's seal")
    elif log.torn: log.problems.append(f"damaged: {log.torn}, in a sealed log")
    else: log.compare(path, size, expected)
    log.problems += wrong
    return signers
def verify(log, place, trusted, home):
    directory, prefix = (place, "") if os.path.isdir(place) else os.path.split(place)
    name = os.path.basename(os.path.abspath(directory)) + ("/addendum" if prefix else "")
    found, heads, sealed, signed = read_home(home, trusted) if home else ({}, {}, {}, {})
    seal, known = Path(directory, prefix + "seal.checkpoint"), bool(heads.get(name))
    try: log.read(directory, prefix, known)
    except (FileNotFoundError, ValueError) as error:
        if not (known or name in sealed or seal.exists()): raise
        return log.__init__() or log.problems.append(f"damaged: {error}") or "damaged"
    if head := heads.get(name):
        if head["n"] > log.highest: log.problems.append(f"damaged: records {log.highest + 1} to {head['n']} are lost")
        elif log.leaf_of.get(head["n"], head["leaf"])[:16] != head["leaf"]:
            log.problems.append(f"forged: record {head['n']} is not the one that the station wrote down")
        if log.id not in (None, head["log"]): log.problems.append(f"forged: the station wrote log {head['log']} here")
    is_whole = not log.problems
    signers = check_seal(log, seal, is_whole, {**found, **trusted}) if seal.exists() else set()
    if past := sealed.get(name):
        if not seal.exists(): log.problems.append(f"damaged: {seal} is missing: the station had sealed this log")
        if is_whole: log.compare("the station's journal", past["size"], bytes.fromhex(past["root"]))
    for record in log.chain + log.unchained if home else []:
        blob = str(members(record.body).get("protocolSha256")) if record.k == "session.opened" else ""
        at = Path(home, "blobs", blob[:2], blob[2:])
        if re.fullmatch("[0-9a-f]{64}", blob) and not (at.is_file() and sha256(at.read_bytes()).hexdigest() == blob):
            log.problems.append(f"damaged: {at} is missing or altered")
    if log.problems: return max(problem.split(":")[0] for problem in log.problems)  # forged is worse than damaged
    if (signed.get(name) or {}).get("n") == len(log.chain) - 1: return "anchored"
    return "anchored" if signers & trusted.keys() else "intact"
def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--key", action="append", default=[], help="a file of C2SP vkeys that you trust")
    for name, what in (("--home", "the station's folder"), ("log", "LOG")): parser.add_argument(name, help=what)
    options, log, outcome = parser.parse_args(), Log(), "unreadable"
    try: outcome = verify(log, options.log, read_keys(options.key), options.home)
    except (OSError, ValueError, LookupError, TypeError) as error: log.problems.append(f"unreadable: {error}")
    print(json.dumps({"outcome": outcome, "records": len(log.chain), "unchained": len(log.unchained),
                      "lines": len(log.leaves), "root": root(log.leaves).hex()}))
    for problem in log.problems: print(problem.encode(errors="backslashreplace").decode())
    return {"anchored": 0, "intact": 10, "damaged": 11, "forged": 12, "unreadable": 1}[outcome]
if __name__ == "__main__": sys.exit(main())
