#!/usr/bin/env python3
"""Tells files, lines, types and circles of the projects under src of a checkout. Called by measure-house.sh.

    scripts/measure-house.py [--edges] checkout

The reading is of the text, not of what the compiler understands: a name is taken for a type where a type can stand. So the
counts of uses are near, not exact, and the same on every machine. Top-level types only; a partial type is one.

    files, lines, median   C# files in the project, without bin and obj; lines of all, and of the middle file
    <= 30                  the share of files of at most 30 lines
    types, public          top-level types, and those of them that are public
    one user, none         types that one other file of src names, and types that none does
    folders, in circles    folders with files, and those of them that are in a circle: each names a type of the next

With --edges every circle is told with the types that make it.
"""
import collections
import pathlib
import re
import statistics
import sys

TOKEN = re.compile(r"\w+|[^\w\s]")
STRING = re.compile(r'([$@]*)("+)')
CHARACTER = re.compile(r"'(\\.[^']*|[^'])'")
DECLARED = {"class", "struct", "interface", "enum", "record", "delegate"}
MODIFIERS = {"public", "internal", "private", "protected", "static", "sealed", "abstract", "partial", "readonly", "ref", "file", "unsafe", "new"}
PREDEFINED = {"bool", "byte", "sbyte", "char", "decimal", "double", "float", "int", "uint", "long", "ulong", "short", "ushort", "object", "string", "void", "var", "dynamic"}
KEYWORDS = MODIFIERS | DECLARED | {
    "as", "await", "base", "break", "by", "case", "catch", "checked", "const", "continue", "default", "do", "else", "event", "explicit", "extern",
    "finally", "fixed", "for", "foreach", "from", "get", "goto", "group", "if", "implicit", "in", "init", "is", "into", "join", "let", "lock", "namespace",
    "nameof", "not", "null", "operator", "or", "and", "on", "orderby", "out", "override", "params", "required", "return", "select", "set", "sizeof",
    "stackalloc", "switch", "this", "throw", "true", "false", "try", "typeof", "unchecked", "using", "virtual", "volatile", "when", "where", "while",
    "with", "yield", "async", "equals", "ascending", "descending", "scoped", "allows", "managed", "unmanaged", "notnull", "global", "value",
}
OPENING, CLOSING = "([{", ")]}"


def code_of(text):
    """The text without comments and without the words of strings; what stands in the holes of an interpolated one stays."""
    out, i, end = [], 0, len(text)
    while i < end:
        if text.startswith("//", i) or (text[i] == "#" and not text[text.rfind("\n", 0, i) + 1:i].strip()):
            i = (text + "\n").index("\n", i)
        elif text.startswith("/*", i):
            i = text.index("*/", i) + 2
        elif match := CHARACTER.match(text, i):
            i = match.end()
            out.append(" ")
        elif match := STRING.match(text, i):
            holes, i = string(text, match)
            out.append(' "" ' + " ".join(f"({code_of(hole)})" for hole in holes))
        else:
            out.append(text[i])
            i += 1
    return "".join(out)


def string(text, match):
    """The holes of the string that begins here, and where it ends."""
    sigils, quotes = match[1], match[2]
    dollars, verbatim = sigils.count("$"), "@" in sigils
    raw = len(quotes) >= 3 and not verbatim
    if not raw and len(quotes) % 2 == 0:
        return [], match.end()
    close = quotes if raw else '"'
    i, holes = match.end(), []
    while verbatim and text.startswith('""', i) or not text.startswith(close, i):
        if text[i] == "{" and dollars:
            run = re.compile(r"\{+").match(text, i).end() - i
            i += run
            if run >= dollars if raw else run % 2:
                until = hole(text, i)
                holes.append(text[i:until])
                i = until + (dollars if raw else 1)
        elif text[i] == "\\" and not raw and not verbatim or text[i] == '"' and verbatim:
            i += 2
        else:
            i += 1
    while raw and text.startswith('"', i + len(close)):
        i += 1
    return holes, i + len(close)


def hole(text, i):
    """Where the hole of an interpolated string ends, past whatever strings and braces stand in it."""
    depth = 0
    while True:
        if depth == 0 and text[i] == "}":
            return i
        if match := STRING.match(text, i):
            i = string(text, match)[1]
            continue
        if match := CHARACTER.match(text, i):
            i = match.end()
            continue
        depth += (text[i] in OPENING) - (text[i] in CLOSING)
        i += 1


class Source:
    """A file: the types it declares, and the names that stand where a type can."""

    def __init__(self, path, project, folder):
        text = path.read_text(encoding="utf-8-sig")
        self.project, self.folder, self.lines = project, folder, len(text.splitlines())
        tokens = TOKEN.findall(code_of(text))
        self.declares = dict(declared(tokens))
        self.names = set(named(tokens))


def declared(tokens):
    """The top-level types, each with whether it is public."""
    depth, blocks = 0, []
    for i, token in enumerate(tokens):
        if token == "{":
            blocks.append(is_namespace(tokens, i))
            depth += not blocks[-1]
        elif token == "}":
            depth -= not blocks.pop()
        elif depth == 0 and token in DECLARED and (i == 0 or tokens[i - 1] in MODIFIERS or tokens[i - 1] in {";", "}", "]", "{"}):
            name = name_after(tokens, i)
            if name:
                before = i - 1
                while before >= 0 and tokens[before] in MODIFIERS:
                    before -= 1
                yield name, "public" in tokens[before + 1:i]


def name_after(tokens, i):
    if tokens[i] == "delegate":
        paren = tokens.index("(", i)
        while tokens[paren - 1] == ">":  # a generic delegate: back over its parameters
            paren = max(j for j in range(i, paren) if tokens[j] == "<")
        return tokens[paren - 1]
    after = i + 1
    while tokens[after] in {"class", "struct"}:
        after += 1
    return tokens[after] if is_name(tokens[after]) else None


def is_namespace(tokens, brace):
    i = brace - 1
    while i > 0 and (is_name(tokens[i]) or tokens[i] == "."):
        i -= 1
    return tokens[i] == "namespace"


def is_name(token):
    return token[0].isalpha() or token[0] == "_"


def named(tokens):
    """The names that stand where a type can: no member behind a dot, no declared name, no call, no argument's or property's name."""
    around = ["", *tokens, ""]
    for before, token, after in zip(around, around[1:], around[2:]):
        if not token[0].isupper() or before == ".":
            continue
        if after == "(" and before not in {"new", "[", ":", ",", "is", "or", "and", "not", "case", "record", "struct", "class"}:
            continue
        if after in {":", "="} and before in {"(", ",", "{"}:
            continue
        follows_type = before in PREDEFINED or before in {">", "]", "?"} or (before and is_name(before) and before not in KEYWORDS)
        if follows_type and after not in {".", "<", "?", "["} and not (after and is_name(after) and after not in KEYWORDS):
            continue
        yield token


def sources(checkout):
    src = checkout / "src"
    for project in sorted(path.parent for path in src.glob("*/*.csproj")):
        for path in sorted(project.rglob("*.cs")):
            folder = path.parent.relative_to(project)
            if folder.parts[:1] not in {("bin",), ("obj",)}:
                yield Source(path, project.name, folder.as_posix())


def edges(files):
    """For each folder of a project, the folders whose types its files name; of two types of one name the nearer one counts."""
    homes = collections.defaultdict(set)
    for file in files:
        for name in file.declares:
            homes[name].add(file.folder)
    graph = collections.defaultdict(lambda: collections.defaultdict(set))
    for file in files:
        for name in file.names & homes.keys():
            nearest = max(common(file.folder, home) for home in homes[name])
            targets = {home for home in homes[name] if common(file.folder, home) == nearest}
            if file.folder not in homes[name]:
                for target in targets:
                    graph[file.folder][target].add(name)
    return graph


def common(one, other):
    count = 0
    for a, b in zip(pathlib.PurePosixPath(one).parts, pathlib.PurePosixPath(other).parts):
        if a != b:
            break
        count += 1
    return count


def circles(graph):
    """The strongly connected parts of more than one folder (Kosaraju's two walks)."""
    reverse = collections.defaultdict(set)
    for one, others in graph.items():
        for other in others:
            reverse[other].add(one)
    seen, order = set(), []
    for start in sorted(set(graph) | set(reverse)):
        walk(start, graph, seen, order)
    seen = set()
    for start in reversed(order):
        part = []
        walk(start, reverse, seen, part)
        if len(part) > 1:
            yield sorted(part)


def walk(start, graph, seen, order):
    if start in seen:
        return
    seen.add(start)
    for other in sorted(graph.get(start, ())):
        walk(other, graph, seen, order)
    order.append(start)


def row(name, files, users, graphs):
    types = {(file.project, file.folder, name): public for file in files for name, public in file.declares.items()}
    uses = [users[name] for _, _, name in types]
    folders = {(file.project, file.folder) for file in files}
    caught = sum(len(part) for graph in graphs for part in circles(graph))
    small = sum(file.lines <= 30 for file in files) / len(files)
    return [name, len(files), sum(file.lines for file in files), f"{statistics.median(file.lines for file in files):g}", f"{small:.0%}",
            len(types), sum(types.values()), uses.count(1), uses.count(0), len(folders), caught]


def main(checkout, with_edges):
    files = list(sources(checkout))
    declarers = collections.defaultdict(set)
    for i, file in enumerate(files):
        for name in file.declares:
            declarers[name].add(i)
    users = {name: sum(name in file.names and i not in declarers[name] for i, file in enumerate(files)) for name in declarers}
    projects = collections.defaultdict(list)
    for file in files:
        projects[file.project].append(file)
    graphs = {name: edges(own) for name, own in projects.items()}
    print("| project | files | lines | median | <= 30 | types | public | one user | none | folders | in circles |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    for name, own in projects.items():
        print("| " + " | ".join(map(str, row(name, own, users, [graphs[name]]))) + " |")
    print("| " + " | ".join(f"**{cell}**" for cell in row("all", files, users, graphs.values())) + " |\n")
    for name, graph in graphs.items():
        for part in circles(graph):
            print(f"{name}, a circle of {len(part)} folders: {', '.join(part)}")
            if with_edges:
                tell_edges(graph, part)


def tell_edges(graph, part):
    for one in part:
        for other in sorted(set(graph[one]) & set(part)):
            names = sorted(graph[one][other])
            print(f"- {one} → {other}: {', '.join(names[:4])}{f' and {len(names) - 4} more' if len(names) > 4 else ''}")


main(pathlib.Path(sys.argv[-1]), "--edges" in sys.argv)
