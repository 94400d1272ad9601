# SPDX-License-Identifier: GPL-3.0-or-later
# Prints an nmap report as JSON, read by Python's own parser: a second opinion.
import json
import sys
import xml.etree.ElementTree as tree


def texts(parent, name):
    return [cpe.text or "" for cpe in parent.findall(name)]


def attributes(element, names):
    return {name: element.get(name, "") for name in names.split()} if element is not None else {}


def port(element):
    service = element.find("service")
    return {
        **attributes(element, "protocol portid"),
        "state": attributes(element.find("state"), "state reason reason_ttl"),
        "service": attributes(
            service, "name product version extrainfo ostype devicetype hostname tunnel method conf"),
        "cpes": texts(service, "cpe") if service is not None else [],
        "scripts": [attributes(script, "id output") for script in element.findall("script")],
    }


def system(element):
    return {**attributes(element, "type vendor osfamily osgen accuracy"), "cpes": texts(element, "cpe")}


def host(element):
    found = element.find("os")
    empty = tree.Element("os")
    found = empty if found is None else found
    uptime, distance = element.find("uptime"), element.find("distance")
    return {
        "status": attributes(element.find("status"), "state reason"),
        "addresses": [attributes(address, "addr addrtype vendor") for address in element.findall("address")],
        "names": [attributes(name, "name type") for name in element.findall("hostnames/hostname")],
        "ports": [port(one) for one in element.findall("ports/port")],
        "other": [attributes(one, "state count") for one in element.findall("ports/extraports")],
        "matches": [{**attributes(one, "name accuracy"), "classes": [system(c) for c in one.findall("osclass")]}
                    for one in found.findall("osmatch")],
        "classes": [system(one) for one in found.findall("osclass")],
        "used": [attributes(one, "state proto portid") for one in found.findall("portused")],
        "scripts": [attributes(one, "id output") for one in element.findall("hostscript/script")],
        "hops": [attributes(one, "ttl ipaddr rtt host") for one in element.findall("trace/hop")],
        "uptime": uptime.get("seconds") if uptime is not None else "",
        "distance": distance.get("value") if distance is not None else "",
    }


root = tree.parse(sys.argv[1]).getroot()
stats = root.find("runstats/hosts")
json.dump({
    "hosts": [host(one) for one in root.findall("host")],
    "hints": len(root.findall("hosthint")),
    "steps": [[one.tag, one.get("task"), one.get("percent", "")] for one in root
              if one.tag in ("taskbegin", "taskprogress", "taskend")],
    "asked": [attributes(one, "type protocol numservices") for one in root.findall("scaninfo")],
    "stats": attributes(stats, "up down total"),
}, sys.stdout)
