# SPDX-License-Identifier: GPL-3.0-or-later
"""DNS messages (RFC 1035) as far as the hosts of the lab speak them: a name server for their names and addresses, and
multicast DNS (RFC 6762) with the services they announce (RFC 6763)."""
import ipaddress
import struct

A, PTR, TXT, AAAA, SRV, ANY = 1, 12, 16, 28, 33, 255
INTERNET = 1
UNICAST_OR_FLUSH = 0x8000  # the top bit of the class, in a question and in an answer of multicast DNS
SERVICES = "_services._dns-sd._udp.local"


def encoded(name):
    labels = [label.encode()[:63] for label in labels_of(name)]
    return b"".join(bytes([len(label)]) + label for label in labels) + b"\0"


def labels_of(name):
    """An instance's name may hold dots; it is told apart by being given as a tuple."""
    if isinstance(name, tuple):
        return [name[0], *name[1].split(".")]
    return [label for label in name.split(".") if label]


def spelled(name):
    return ".".join(labels_of(name)).lower()


def read_name(message, at):
    """(name, where it ends)"""
    labels, end, jumps = [], None, 0
    while True:
        length = message[at]
        if length & 0xC0 == 0xC0:
            end = end or at + 2
            at = (length & 0x3F) << 8 | message[at + 1]
            jumps += 1
            if jumps > 16:
                raise ValueError("a name that runs in circles")
        elif length == 0:
            return ".".join(labels), end or at + 1
        else:
            labels.append(message[at + 1:at + 1 + length].decode(errors="replace"))
            at += 1 + length


def questions(message):
    """(id, [(name, type, class)], the questions' bytes); nothing for what is not a query."""
    ident, flags, count = struct.unpack("!HHH", message[:6])
    if flags & 0x8000:
        return ident, [], b""
    at, found = 12, []
    for _ in range(min(count, 20)):
        name, at = read_name(message, at)
        kind, group = struct.unpack("!HH", message[at:at + 4])
        at += 4
        found.append((name, kind, group))
    return ident, found, message[12:at]


def reverse(address):
    return ipaddress.ip_address(address).reverse_pointer


class Record:
    def __init__(self, name, kind, data, ttl=120, shared=False):
        self.name, self.kind, self.data, self.ttl, self.shared = name, kind, data, ttl, shared

    def answers(self, name, kind):
        return kind in (self.kind, ANY) and spelled(self.name) == name.lower()

    def bytes(self, multicast, ttl=None):
        group = INTERNET | (UNICAST_OR_FLUSH if multicast and not self.shared else 0)
        head = struct.pack("!HHIH", self.kind, group, self.ttl if ttl is None else ttl, len(self.data))
        return encoded(self.name) + head + self.data


def host_records(names):
    """The name server's: {name: address}."""
    for name, address in names.items():
        yield Record(name, A, ipaddress.ip_address(address).packed, 1)
        yield Record(reverse(address), PTR, encoded(name), 1)


def service_records(name, address, services):
    """What a host announces: services as {"type": "_ipp._tcp", "instance": …, "port": …, "text": {…}}."""
    local = f"{name}.local"
    yield Record(local, A, ipaddress.ip_address(address).packed)
    yield Record(reverse(address), PTR, encoded(local))
    for service in services:
        kind = f"{service['type']}.local"
        instance = (service["instance"], kind)
        text = b"".join(bytes([len(pair)]) + pair for pair in
                        (f"{key}={value}".encode()[:255] for key, value in service.get("text", {}).items()))
        yield Record(SERVICES, PTR, encoded(kind), shared=True)
        yield Record(kind, PTR, encoded(instance), shared=True)
        yield Record(instance, SRV, struct.pack("!HHH", 0, 0, service["port"]) + encoded(local))
        yield Record(instance, TXT, text or b"\0")


def message(ident, asked, records, multicast, code=0, count=0, ttl=None, more=()):
    head = struct.pack("!HHHHHH", ident, 0x8400 | code, count, len(records), 0, len(more))
    return head + asked + b"".join(record.bytes(multicast, ttl) for record in [*records, *more])


def server_answer(records, query):
    ident, asked, copy = questions(query)
    if not asked:
        return None
    name, kind, _ = asked[0]
    found = [record for record in records if record.answers(name, kind)]
    known = found or any(record.answers(name, ANY) for record in records)
    return message(ident, copy, found, False, 0 if known else 3, len(asked))


def companions(records, found):
    """What will be asked for next (RFC 6763 section 12): an instance comes with its port, text and address."""
    instances = {record.data for record in found if record.kind == PTR and record.shared}
    more = [record for record in records if record.kind in (SRV, TXT) and encoded(record.name) in instances]
    if more or any(record.kind == SRV for record in found):
        more += [record for record in records if record.kind == A]
    return [record for record in more if record not in found]


def multicast_answer(records, query, from_port):
    """(answer, does it go to the one who asked) or None."""
    ident, asked, copy = questions(query)
    found = [record for record in records if any(record.answers(name, kind) for name, kind, _ in asked)]
    if not found:
        return None
    more = companions(records, found)
    if from_port != 5353:  # RFC 6762 section 6.7: a plain resolver
        return message(ident, copy, found, False, count=len(asked), more=more), True
    alone = all(group & UNICAST_OR_FLUSH for _, _, group in asked)
    return message(0, b"", found, True, more=more), alone


def announcement(records, leaving=False):
    return message(0, b"", list(records), True, ttl=0 if leaving else None)
