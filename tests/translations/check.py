#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the .ts files of a folder and ends with 1 when a text is not ready to be shown.

Ready means: finished and not obsolete, not empty, with exactly the placeholders, the mnemonic and the
line end of its source. Usage: check.py FOLDER
"""
import collections
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

PLACEHOLDER = re.compile(r"%(?:[0-9]{1,2}|n)")
MNEMONIC = re.compile(r"(?<!&)&(?=\w)")


def placeholders(text):
    """The placeholders of the text and how often each stands in it."""
    return collections.Counter(PLACEHOLDER.findall(text.replace("%L", "%")))


def complaints(source, translation):
    """What is wrong with one translated text, as half sentences."""
    if not translation.strip():
        yield "is empty"
        return
    wanted, found = placeholders(source), placeholders(translation)
    for name in sorted((wanted - found).keys()):
        yield f"misses {name}"
    for name in sorted((found - wanted).keys()):
        yield f"adds {name}"
    if len(MNEMONIC.findall(source)) != len(MNEMONIC.findall(translation)):
        yield "has another number of mnemonics (&)"
    if source.endswith("\n") != translation.endswith("\n"):
        yield "ends its line another way"


def check(message):
    """What is wrong with one message of a .ts file."""
    source = message.findtext("source", "")
    translation = message.find("translation")
    if translation is None:
        return ["has no translation"]
    state = translation.get("type")
    if state:
        return [f"is {state}"]
    forms = [translation]
    if message.get("numerus") == "yes":
        forms = translation.findall("numerusform")
        if not forms:
            return ["has no plural forms"]
    return [why for form in forms for why in complaints(source, form.text or "")]


def main(folder):
    files = sorted(pathlib.Path(folder).glob("*.ts"))
    if not files:
        print(f"{folder} has no .ts file")
        return 1
    wrong = 0
    for file in files:
        count = 0
        for context in ElementTree.parse(file).getroot().iter("context"):
            for message in context.iter("message"):
                count += 1
                for why in check(message):
                    wrong += 1
                    print(f"{file.name}: {context.findtext('name')}: {message.findtext('source')!r} {why}")
        print(f"{file.name}: {count} texts")
        wrong += count == 0
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]) if len(sys.argv) == 2 else __doc__)
