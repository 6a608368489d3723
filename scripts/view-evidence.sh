#!/bin/sh
# Turns the evidence pack into pictures of its pages, to look at.
# Installs what it needs on Debian and Ubuntu (as root).
set -eu

cd "$(dirname "$0")/../artifacts/evidence"

if ! command -v soffice > /dev/null || ! command -v pdftoppm > /dev/null; then
    apt-get update
    apt-get install -y libreoffice-writer libreoffice-calc poppler-utils fonts-crosextra-carlito
fi

pages=${TMPDIR:-/tmp}/barometer-pages
rm -rf "$pages"
mkdir -p "$pages"
soffice --headless --convert-to pdf --outdir "$pages" evidence.docx evidence-en.docx tallgrunnlag.xlsx tallgrunnlag-en.xlsx
for name in evidence evidence-en tallgrunnlag tallgrunnlag-en; do
    pdftoppm -r 80 -png "$pages/$name.pdf" "$pages/$name"
done

ls "$pages"
echo "The pages are in $pages"
