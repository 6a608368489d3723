#!/usr/bin/env python3
"""The check of spelling finds what is planted, in each place and language, and nothing in text that is right."""
import json
import pathlib
import subprocess
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).with_name("spelling.py")


def spelled(*cells, english=None):
    """What the script says of a notebook with these (type, source) cells, and of its English beside it."""
    notebook = {"cells": [{"cell_type": kind, "id": f"c{i}", "source": source} for i, (kind, source) in enumerate(cells)]}
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "01-trial.ipynb"
        path.write_text(json.dumps(notebook), encoding="utf-8")
        if english is not None:
            (path.parent / "en").mkdir()
            (path.parent / "en" / "01-trial.md").write_text(english, encoding="utf-8")
        return subprocess.run([SCRIPT, path], capture_output=True, text=True, encoding="utf-8", check=False)


class Spelling(unittest.TestCase):
    def found(self, word, kind, source):
        told = spelled((kind, source))
        self.assertEqual(1, told.returncode, told.stdout)
        self.assertIn(f"«{word}»", told.stdout)

    def test_planted_errors_are_found(self):
        for word, kind, source in [
            ("arbeidplasser", "markdown", "Alle **arbeidplasser** er med."),
            ("Spøsmålet", "markdown", "## Spøsmålet"),
            ("syntetske", "markdown", "> **Syntetiske data.** Dette er syntetske svar."),
            ("innovasjn", "code", 'table.Sentence(nb: "{innovated} jobber med innovasjn.", en: "{innovated} work with innovation.")'),
            ("inovation", "code", 'table.Titled("Alle jobber med innovasjon", "All work with inovation")'),
            ("workplaces", "markdown", "Alle workplaces er med."),
        ]:
            with self.subTest(word):
                self.found(word, kind, source)

    def test_planted_error_in_the_english_beside_is_found(self):
        told = spelled(("markdown", "Alle er med."), english="<!-- cell: c0 -->\nAll workplacess are in it.\n")
        self.assertEqual(1, told.returncode, told.stdout)
        self.assertIn("«workplacess» in en/01-trial.md", told.stdout)

    def test_less_plain_words_are_found(self):
        self.found("implementere", "markdown", "De implementerer noe nytt.")

    def test_right_text_passes(self):
        told = spelled(
            ("markdown", "# Hvor mange svarte?\n\n**85<!-- NOS18-INN-A:0 --> prosent svarte**, se [docs/method.md](../docs/method.md) og `size_group`."),
            ("code", 'table.Sentence(nb: "{innovated@from_50} av de store svarte.", en: "{innovated@from_50} of the large answered.")'),
        )
        self.assertEqual(0, told.returncode, told.stdout)


if __name__ == "__main__":
    unittest.main()
