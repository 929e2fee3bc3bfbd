"""Files made for tests: small documents of the formats that no text editor writes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def paragraph(text: str, *, bold: bool = False, properties: str = "", inside: str = "") -> str:
    """Return a Word paragraph of one run; ``inside`` is markup that follows the run."""
    run = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r>{run}<w:t xml:space='preserve'>{escape(text)}</w:t></w:r>{inside}</w:p>"


def docx(*paragraphs: str, parts: dict[str, str] | None = None) -> bytes:
    """Return a Word file with these paragraphs (markup); ``parts`` are further parts by name, without their root."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml",
            f"<w:document xmlns:w='{_W}'><w:body>{''.join(paragraphs)}</w:body></w:document>",
        )
        for name, markup in (parts or {}).items():
            root = name.partition(".")[0]
            archive.writestr(f"word/{name}", f"<w:{root} xmlns:w='{_W}'>{markup}</w:{root}>")
    return file.getvalue()


def pdf(pages: Sequence[Sequence[tuple[float, float, str]]], *, small: float = 0) -> bytes:
    """Return a PDF whose pages say pieces of text at places (points from left and bottom); with a text layer.

    What stands lower than ``small`` points is set in 7 points, the rest in 12.
    """
    characters = sorted({character for page in pages for _, _, text in page for character in text})
    codes = {character: number + 1 for number, character in enumerate(characters)}
    mapping = "".join(
        f"<{code:04x}> <{character.encode('utf-16-be').hex()}>\n" for character, code in codes.items()
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{len(codes)} beginbfchar\n{mapping}endbfchar\nendcmap"
    )
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    objects.append(
        "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>"
    )
    objects.append(
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        "/DW 1000>>"
    )
    objects.append(_stream(cmap))
    kids: list[str] = []
    for page in pages:
        says = "".join(
            f"BT /F {7 if y < small else 12} Tf 1 0 0 1 {x} {y} Tm <{''.join(f'{codes[c]:04x}' for c in text)}> Tj ET\n"
            for x, y, text in page
        )
        objects.append(_stream(says))
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents {len(objects)} 0 R>>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    return _assemble(objects)


def _stream(text: str) -> str:
    return f"<</Length {len(text)}>>stream\n{text}\nendstream"


def _assemble(objects: Sequence[str]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places: list[int] = []
    for number, text in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = len(out)
    entries = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{entries}".encode()
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF".encode()
    return bytes(out)
