#!/usr/bin/env python3
"""Spells what readers read: the notebooks' text and sentences, and the codebooks' labels, each in its language.

hunspell with Debian's dictionaries (scripts/install-spelling.sh) and a list of terms for each language: what the field or the
project calls things by that no dictionary has (scripts/terms-nb.txt, scripts/terms-en.txt). A word that neither knows fails, and
so does a Norwegian one that docs/plain-words.md has a plainer word for.
With file names only those notebooks are spelled. --unused tells terms that stand nowhere.
"""
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
DICTIONARY = {"nb": "nb_NO", "en": "en_GB"}
WORD = re.compile(r"[^\W\d_]{2,}(?:[-’'][^\W\d_]+)*")
STRING = r'"((?:[^"\\]|\\.)*)"'
PAIR = re.compile(r"(?:LocalizedText|new)\(\s*" + STRING + r",\s*" + STRING + r"\)|Titled\(\s*" + STRING + r",\s*" + STRING + r"\)|Noted\(\s*" + STRING + r",\s*" + STRING)
NAMED = re.compile(r"\b(nb|en):\s*" + STRING)


def bare(text):
    """The words of prose: no comments, code, links' targets, tags or places for numbers."""
    text = re.sub(r"<!--.*?-->", " ", text, flags=re.S)
    text = re.sub(r"`[^`]*`|\]\([^)]*\)|<[^>]+>|\{[^}]*\}|https?://\S+", " ", text)
    return re.sub(r"[\w./-]*\d[\w./-]*|[\w/-]+\.(?:json|csv|cs|md|ipynb|xlsx|docx)\b|\b\w+(?:\.\w+)+\b", " ", text)


def of_markdown(source):
    """Pieces of (language, text): a cell holds Norwegian."""
    yield "nb", re.sub(r"<!--.*?-->", " ", source, flags=re.S)


def of_code(source):
    for language, text in NAMED.findall(source):
        yield language, text
    for groups in PAIR.findall(source):
        texts = [one for one in groups if one]
        if len(texts) == 2:
            yield "nb", texts[0]
            yield "en", texts[1]


def of_labels(node):
    if isinstance(node, dict):
        for key, value in node.items():
            if key in DICTIONARY and isinstance(value, str):
                yield key, value
            else:
                yield from of_labels(value)
    elif isinstance(node, list):
        for one in node:
            yield from of_labels(one)


def words(names):
    """Each word as (language, word, place)."""
    notebooks = [pathlib.Path(name) for name in names] or sorted((ROOT / "notebooks").glob("*.ipynb"))
    for path in notebooks:
        english = path.parent / "en" / f"{path.stem}.md"
        if english.exists():
            for word in WORD.findall(bare(english.read_text(encoding="utf-8"))):
                yield "en", word, f"en/{english.name}"
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            source = "".join(cell["source"])
            for language, text in of_markdown(source) if cell["cell_type"] == "markdown" else of_code(source):
                for word in WORD.findall(bare(text)):
                    yield language, word, f"{path.name}, cell {cell['id']}"
    if not names:
        for path in sorted((ROOT / "data" / "codebook").glob("*.json")):
            for language, text in of_labels(json.loads(path.read_text(encoding="utf-8"))):
                for word in WORD.findall(bare(text)):
                    yield language, word, path.name


def terms(language):
    lines = (ROOT / "scripts" / f"terms-{language}.txt").read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def unknown(language, candidates):
    """The words that the dictionary doesn't know; a compound of known parts counts as known in Norwegian."""
    if not candidates:
        return set()
    told = subprocess.run(
        ["hunspell", "-d", DICTIONARY[language], "-i", "utf-8", "-l"], input="\n".join(sorted(candidates)), capture_output=True, text=True, encoding="utf-8", check=True)
    return set(told.stdout.split("\n")) - {""}


def plainer():
    """Norwegian words to avoid, each with the plain one."""
    table = (ROOT / "docs" / "plain-words.md").read_text(encoding="utf-8")
    rows = [[field.strip() for field in line.strip("|").split("|")] for line in table.splitlines() if line.startswith("| ")]
    return {avoided.strip(): plain for plain, several, *_ in rows[1:] for avoided in several.split(",")}


def avoided(names):
    """What docs/plain-words.md has a plainer word for, with the place; inflected forms of single words too."""
    pattern = {re.compile(rf"\b{re.escape(word)}\w{{0,3}}\b", re.I): (word, plain) for word, plain in plainer().items()}
    for path in [pathlib.Path(name) for name in names] or sorted((ROOT / "notebooks").glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            source = "".join(cell["source"])
            text = " ".join(bare(one) for language, one in (of_markdown(source) if cell["cell_type"] == "markdown" else of_code(source)) if language == "nb")
            for one, (word, plain) in pattern.items():
                if one.search(text):
                    yield f"Norwegian: «{word}» in {path.name}, cell {cell['id']}: write «{plain}» (docs/plain-words.md)"


def main(arguments):
    show_unused = "--unused" in arguments
    names = [one for one in arguments if not one.startswith("--")]
    found = list(words(names))
    less_plain = list(avoided(names))
    print("\n".join(less_plain) or "", end="\n" if less_plain else "")
    faults = len(less_plain)
    for language, name in (("nb", "Norwegian"), ("en", "English")):
        known = terms(language)
        used = {word for one, word, _ in found if one == language}
        lowered = {one.lower() for one in known}
        wrong = {word for word in unknown(language, used) if word not in known and word.lower() not in lowered}
        # hunspell splits at hyphens and tells the parts
        for word in sorted(used):
            parts = {word} | set(re.split(r"[-’']", word))
            bad = parts & wrong
            if bad and word not in known and word.lower() not in lowered:
                places = sorted({place for one, other, place in found if one == language and other == word})
                print(f"{name}: «{word}» in {places[0]}" + (f" and {len(places) - 1} more" if len(places) > 1 else ""))
                faults += 1
        if show_unused:
            for term in sorted(known - {one for one in known if one in used or one.lower() in {word.lower() for word in used}}):
                print(f"{name}: the term «{term}» stands nowhere")
    print(f"{len(found)} words spelled, {faults} to mend")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
