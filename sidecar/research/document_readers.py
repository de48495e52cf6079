"""Reads one document that nobody vouches for; run as a program, it takes the document on its input and answers on its output."""

from __future__ import annotations

import json
import re
import sys
import warnings
from collections.abc import Iterator
from dataclasses import asdict
from io import BytesIO
from typing import Any, Final

from sidecar.domain.companies.document import Document, Part
from sidecar.research.apart import fence
from sidecar.research.office_package import Office, opened
from sidecar.research.unreadable import Unreadable

MOST_SLIDES: Final = 1_000
MOST_PAGES: Final = 500
MOST_PARAGRAPHS: Final = 20_000
MOST_TEXT: Final = 2_000_000
"""Characters of one document."""
LONGEST_PART: Final = 50_000

_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SLIDE: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OLD_OFFICE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_PICTURED: Final = re.compile(r"/(?:chart|diagramData)$")
"""Relations of a slide to parts that hold text of their own: charts, and the data of SmartArt."""


def read_document(data: bytes, name: str) -> Document:
    """The text of a .pptx, .docx, .pdf or .txt, told apart by content. Slow and greedy for hostile input: call it by
    `documents.Reading`. Raises Unreadable, which says what would mend it."""
    if data.startswith(_OLD_OFFICE):
        raise _old_office(data, name)
    if data.startswith(b"PK"):
        office = opened(data, name)
        found = _deck(office, name) if office.kind == "deck" else _text(office, name)
    elif b"%PDF-" in data[:1024]:
        found = _pdf(data, name)
    elif name.lower().endswith((".txt", ".md")):
        found = _plain(data, name)
    else:
        raise Unreadable("unknown_format", name, "it is no deck, document or PDF")
    return _bounded(found, name)


def _old_office(data: bytes, name: str) -> Unreadable:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Unreadable("locked", name, "it is locked with a password")
    return Unreadable("old_format", name, "it has a format from before 2007")


def _bounded(document: Document, name: str) -> Document:
    """Cut to what is worth reading. Without any text it is refused: silence would look like approval."""
    kept, room = [], MOST_TEXT
    for part in document.parts:
        text, notes = part.text.strip()[:LONGEST_PART], part.notes.strip()[:LONGEST_PART]
        if (text or notes) and room > 0:
            kept.append(Part(kind=part.kind, number=part.number, text=text, notes=notes))
        room -= len(text) + len(notes)
    if not kept:
        raise Unreadable("no_text", name, "it holds no text, perhaps only pictures")
    stem = re.sub(r"[_\W]+", " ", name.rpartition(".")[0]).strip()
    named = [Part(kind="file_name", number=1, text=stem)] if stem else []
    stated = [Part(kind="properties", number=1, text=document.title)] if document.title else []
    title = document.title or stem or name
    return Document(title=title, parts=(*kept, *stated, *named), is_cut=document.is_cut or room <= 0)


def _deck(office: Office, name: str) -> Document:
    from pptx import Presentation

    if office.slides > MOST_SLIDES:
        raise Unreadable("too_big", name, f"it has {office.slides} slides, and at most {MOST_SLIDES} are read")
    deck: Any = Presentation(BytesIO(office.package))
    parts = [_slide(slide, number) for number, slide in enumerate(deck.slides, start=1)]
    masters = [_master(master, number) for number, master in enumerate(deck.slide_masters, start=1)]
    return Document(title=_property(deck), parts=(*parts, *masters))


def _slide(slide: Any, number: int) -> Part:
    notes = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    lines = [*_paragraphs(slide.element, _DRAWING), *_pictured(slide.part), *_described(slide.element)]
    return Part(kind="slide", number=number, text="\n".join(lines), notes=notes.text if notes is not None else "")


def _master(master: Any, number: int) -> Part:
    """What a master and its layouts print on slides by themselves: no prompts, which a show never shows."""
    printed = [
        line
        for sheet in (master, *master.slide_layouts)
        for shape in sheet.element.iter(f"{_SLIDE}sp")
        if shape.find(f".//{_SLIDE}ph") is None
        for line in _paragraphs(shape, _DRAWING)
    ]
    return Part(kind="master", number=number, text="\n".join(dict.fromkeys(printed)))


def _pictured(part: Any) -> Iterator[str]:
    from pptx.oxml import parse_xml

    for relation in part.rels.values():
        if not relation.is_external and _PICTURED.search(relation.reltype):
            yield from _paragraphs(parse_xml(relation.target_part.blob), _DRAWING)


def _paragraphs(tree: Any, space: str) -> Iterator[str]:
    """The texts of all paragraphs below, each once: no fallback for older programs, no words that were struck out."""
    for paragraph in tree.iter(f"{space}p"):
        if next(paragraph.iterancestors(_FALLBACK), None) is not None:
            continue
        text = "".join(_runs(paragraph, space)).strip()
        if text:
            yield text


def _runs(paragraph: Any, space: str) -> Iterator[str]:
    for run in paragraph.iter(f"{space}t", f"{space}br", f"{space}tab"):
        if next(run.iterancestors(f"{space}p"), None) is paragraph:
            yield (run.text or "") if run.tag == f"{space}t" else " "


def _described(tree: Any) -> Iterator[str]:
    """What the pictures' descriptions for the blind say."""
    for shape in tree.iter():
        if isinstance(shape.tag, str) and shape.tag.endswith(("}cNvPr", "}docPr")) and shape.get("descr"):
            yield " ".join(shape.get("descr").split())


def _text(office: Office, name: str) -> Document:
    from docx import Document as Word

    word: Any = Word(BytesIO(office.package))
    body = list(_paragraphs(word.element.body, _WORD))
    lines = [*body[:MOST_PARAGRAPHS], *_described(word.element.body)]
    parts = [Part(kind="paragraph", number=at, text=line) for at, line in enumerate(lines, start=1)]
    headers = [Part(kind="header", number=at, text=line) for at, line in enumerate(_edges(word), start=1)]
    remarks = [Part(kind="comment", number=at, text=one.text) for at, one in enumerate(word.comments, start=1)]
    return Document(title=_property(word), parts=(*parts, *headers, *remarks), is_cut=len(body) > MOST_PARAGRAPHS)


def _edges(word: Any) -> list[str]:
    """Headers and footers, each once."""
    edges = [
        edge
        for part in word.sections
        for edge in (part.header, part.footer, part.first_page_header, part.first_page_footer)
        if not edge.is_linked_to_previous
    ]
    return list(dict.fromkeys(line for edge in edges for line in _paragraphs(edge._element, _WORD)))


def _property(package: Any) -> str:
    title = (package.core_properties.title or "").strip()
    return "" if title in ("PowerPoint Presentation", "Word Document") else title


def _pdf(data: bytes, name: str) -> Document:
    from pypdf import PdfReader

    pages = PdfReader(BytesIO(data), strict=False)
    if pages.is_encrypted and not pages.decrypt(""):
        raise Unreadable("locked", name, "it is locked with a password")
    count = len(pages.pages)
    parts = [Part(kind="page", number=at + 1, text=pages.pages[at].extract_text() or "") for at in range(min(count, MOST_PAGES))]
    title = pages.metadata.title if pages.metadata else None
    return Document(title=str(title or "").strip(), parts=tuple(parts), is_cut=count > MOST_PAGES)


def _plain(data: bytes, name: str) -> Document:
    if b"\0" in data:
        raise Unreadable("unknown_format", name, "it is no plain text")
    lines = [line for line in data.decode("utf-8-sig", errors="replace").splitlines() if line.strip()]
    parts = [Part(kind="paragraph", number=at, text=line) for at, line in enumerate(lines[:MOST_PARAGRAPHS], start=1)]
    return Document(title="", parts=tuple(parts), is_cut=len(lines) > MOST_PARAGRAPHS)


def _attempt(data: bytes, name: str) -> str:
    try:
        return json.dumps(asdict(read_document(data, name)))
    except Unreadable as unread:
        return json.dumps({"refused": unread.fault, "why": unread.because})
    except MemoryError:
        return json.dumps({"refused": "too_big", "why": "reading it takes too much memory"})
    except Exception:  # noqa: BLE001  # three libraries fail in a hundred ways on a broken file, and none may pass on
        return json.dumps({"refused": "broken", "why": "it is damaged"})


def main() -> None:
    """One line with the order, then the document."""
    warnings.simplefilter("ignore")
    order = json.loads(sys.stdin.buffer.readline())
    fence(order["memory"], order["seconds"])
    sys.stdout.write(_attempt(sys.stdin.buffer.read(), order["name"]))


if __name__ == "__main__":
    main()
