#!/usr/bin/python3
"""Pastes a figure, a table and a paragraph of the evidence document into another document, and tells what held.

The other document is made here: it has styles, captions and a reference of its own, as a white paper has. LibreOffice copies and
pastes as its windows do, without one. Needs soffice and python3-uno (Debian: apt-get install libreoffice-writer python3-uno).

    scripts/paste-figure.py artifacts/evidence/evidence.docx out-folder
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import zipfile

import uno
from com.sun.star.beans import PropertyValue

WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
TYPES = ('<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/>'
         '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
         '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>')
RELS = ('<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/></Relationships>')
HOST_FONT, HOST_COLOR = 'DejaVu Serif', 'C00000'


def field(code, result):
    return ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> %s </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>%s</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' % (code, result))


def paragraph(style, inner):
    return '<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>%s</w:p>' % (style, inner)


def text(words):
    return '<w:r><w:t xml:space="preserve">%s</w:t></w:r>' % words


def caption(kind, number, words, place):
    return paragraph('Caption', '<w:bookmarkStart w:id="{0}" w:name="{1}"/>{2}<w:bookmarkEnd w:id="{0}"/>{3}'.format(
        number if kind == 'Figur' else 10 + number, place, text(kind + ' ') + field('SEQ %s \\* ARABIC' % kind, number), text(' ' + words)))


def make_host(path):
    """A document with styles and captions of its own: figures 1 and 2, tables 1 and 2, and a reference to the second of each."""
    styles = ''.join(
        '<w:style w:type="paragraph" w:styleId="%s"%s><w:name w:val="%s"/><w:rPr><w:rFonts w:ascii="%s" w:hAnsi="%s"/>%s</w:rPr></w:style>'
        % (style, ' w:default="1"' if style == 'Normal' else '', name, HOST_FONT, HOST_FONT, '<w:color w:val="%s"/>' % HOST_COLOR if name != 'Normal' else '')
        for style, name in [('Normal', 'Normal'), ('Heading1', 'heading 1'), ('Caption', 'caption'), ('Note', 'Table note'), ('Source', 'Source'), ('Unit', 'Table unit')])
    body = ''.join([
        paragraph('Heading1', text('Vertens kapittel')),
        paragraph('Normal', text('Se ') + field('REF Vert_F2 \\h', 'Figur 2') + text(' og ') + field('REF Vert_T2 \\h', 'Tabell 2') + text('.')),
        caption('Figur', 1, 'Vertens første figur', 'Vert_F1'),
        caption('Tabell', 1, 'Vertens første tabell', 'Vert_T1'),
        paragraph('Normal', text('HER')),
        caption('Figur', 2, 'Vertens andre figur', 'Vert_F2'),
        caption('Tabell', 2, 'Vertens andre tabell', 'Vert_T2')])
    with zipfile.ZipFile(path, 'w') as package:
        package.writestr('[Content_Types].xml', TYPES)
        package.writestr('_rels/.rels', RELS.format('officeDocument', 'word/document.xml'))
        package.writestr('word/_rels/document.xml.rels', RELS.format('styles', 'styles.xml'))
        package.writestr('word/styles.xml', '<w:styles xmlns:w="%s">%s</w:styles>' % (WORD, styles))
        package.writestr('word/document.xml', '<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (WORD, body))


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def connect(profile):
    pipe = 'paste' + pathlib.Path(profile).name.replace('_', '')
    process = subprocess.Popen(['soffice', '--headless', '--norestore', '-env:UserInstallation=file://' + profile, '--accept=pipe,name=%s;urp;' % pipe])
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
    for _ in range(120):
        try:
            context = resolver.resolve('uno:pipe,name=%s;urp;StarOffice.ComponentContext' % pipe)
            return process, context.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', context)
        except Exception:
            time.sleep(0.5)
    raise SystemExit('LibreOffice does not answer')


def contents(document):
    """The paragraphs and tables of a document, in their order."""
    walk = document.Text.createEnumeration()
    while walk.hasMoreElements():
        yield walk.nextElement()


def is_table(element):
    return element.supportsService('com.sun.star.text.TextTable')


def style_of(element):
    return '' if is_table(element) else element.ParaStyleName


def exhibit(document, kind):
    """From the first caption of its kind to the source under it; before the next caption."""
    found = []
    for element in contents(document):
        if not found and not is_table(element) and style_of(element).lower() == 'caption' and element.String.startswith(kind):
            found.append(element)
        elif found:
            found.append(element)
            if style_of(element) == 'Source':
                return found
    raise SystemExit('there is no %s to paste' % kind)


def paste(source, elements, host):
    """Copies what stands from the first to the last of these, and pastes it before the place named HER."""
    cursor = source.CurrentController.ViewCursor
    cursor.gotoRange(elements[0].Anchor.Start if is_table(elements[0]) else elements[0].Start, False)
    cursor.gotoRange(elements[-1].End, True)
    taken = source.CurrentController.getTransferable()
    place = next(one for one in contents(host) if not is_table(one) and one.String == 'HER')
    host.CurrentController.ViewCursor.gotoRange(place.Start, False)
    host.CurrentController.insertTransferable(taken)
    host.Text.insertControlCharacter(host.CurrentController.ViewCursor.End, 0, False)


def captions(document, kind):
    return [one.String for one in contents(document) if not is_table(one) and one.String.replace('\u00a0', ' ').startswith(kind + ' ') and len(one.String) < 300 and style_of(one).lower() == 'caption']


def main(document, folder):
    folder = pathlib.Path(folder).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    host_path = folder / 'host.docx'
    make_host(host_path)
    held = []
    with tempfile.TemporaryDirectory() as profile:
        process, desktop = connect(profile)
        try:
            source = desktop.loadComponentFromURL(pathlib.Path(document).resolve().as_uri(), '_blank', 0, properties(Hidden=False))
            host = desktop.loadComponentFromURL(host_path.as_uri(), '_blank', 0, properties(Hidden=False))
            source_styles = {name: source.StyleFamilies.ParagraphStyles.getByName(name).CharFontName for name in ('Caption', 'Source')}
            sentence = next(one for one in contents(source) if style_of(one) in ('Lead', 'Quote'))
            for elements in (exhibit(source, 'Figur'), exhibit(source, 'Tabell'), [sentence]):
                paste(source, elements, host)
            host.TextFields.refresh()
            for kind in ('Figur', 'Tabell'):
                lines = captions(host, kind)
                print('\n'.join('  ' + line[:90] for line in lines))
                numbers = [int(re.match(kind + r'[\s\u00a0](?:\d+\.)?(\d+)', line).group(1)) for line in lines]
                held.append(('%s: numbered %s' % (kind, numbers), numbers == list(range(1, len(lines) + 1))))
                own = [line for line in lines if 'Vertens' in line]
                held.append(('%s: the own captions keep their form' % kind, all(re.match(kind + r' \d+ Vertens', line) for line in own)))
                chapter = [line for line in lines if re.match(kind + r'[\s\u00a0]\d+\.\d', line)]
                print('  %d of them still with the number of our chapter: a field (STYLEREF) that Word renews, and LibreOffice 7.4 makes text of' % len(chapter))
            reference = next(one.String for one in contents(host) if not is_table(one) and one.String.startswith('Se '))
            print('  ' + reference)
            held.append(('the own references follow the captions: «%s»' % reference, reference == 'Se Figur 3 og Tabell 3.'))
            for name in ('Caption', 'Source'):
                font = host.StyleFamilies.ParagraphStyles.getByName(name).CharFontName
                held.append(('the style %s is still the own (%s, ours has %s)' % (name, font, source_styles[name]), font == HOST_FONT))
            pasted = [one for one in contents(host) if style_of(one).lower() == 'caption']
            fonts = {one.createEnumeration().nextElement().CharFontName for one in pasted}
            held.append(('captions are set in the own font: %s' % sorted(fonts), fonts == {HOST_FONT}))
            tables = [one for one in contents(host) if is_table(one)]
            held.append(('a table came along: %d' % len(tables), len(tables) == 1))
            drawings = host.EmbeddedObjects.Count + host.GraphicObjects.Count
            held.append(('a figure came along: %d chart, %d picture' % (host.EmbeddedObjects.Count, host.GraphicObjects.Count), drawings == 1))
            result = folder / 'pasted.docx'
            host.storeToURL(result.as_uri(), properties(FilterName='MS Word 2007 XML'))
            host.storeToURL((folder / 'pasted.pdf').as_uri(), properties(FilterName='writer_pdf_Export'))
            source.close(True)
            host.close(True)
        finally:
            try:
                desktop.terminate()
            except Exception:
                pass
            process.wait(60)
    with zipfile.ZipFile(folder / 'pasted.docx') as package:
        xml = package.read('word/document.xml').decode()
    for kind in ('Figur', 'Tabell'):
        counted = len(re.findall(r'<w:instrText[^>]*>[^<]*SEQ %s ' % kind, xml))
        held.append(('%s: %d captions count by a field in the saved file' % (kind, counted), counted >= 3))
    for what, is_held in held:
        print(('held    ' if is_held else 'NOT HELD ') + what)
    return 0 if all(is_held for _, is_held in held) else 1


if __name__ == '__main__':
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    sys.exit(main(*sys.argv[1:]))
