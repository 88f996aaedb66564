"""Words of DOCX files wherever they stand, and those that were deleted."""

import io
import zipfile

import pytest

import made_files
from sayso.intake import FORMATS, read_stream
from sayso.model import Document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def read(body: str, **members: str) -> Document:
    parts = {
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"
    }
    parts |= {f"word/{name}.xml": words for name, words in members.items()}
    data = made_files.zipped({name: words.encode() for name, words in parts.items()})
    (document,) = read_stream(io.BytesIO(data), "a.docx", FORMATS)
    assert isinstance(document, Document), document
    return document


def paragraph(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


WHERE = {
    "smart tag": f'<w:smartTag w:element="place">{run("Olmar")}</w:smartTag>',
    "control": f"<w:sdt><w:sdtContent>{run('Olmar')}</w:sdtContent></w:sdt>",
    "link": f'<w:hyperlink w:anchor="a">{run("Olmar")}</w:hyperlink>',
    "insertion": f'<w:ins w:id="1">{run("Olmar")}</w:ins>',
    "moved here": f'<w:moveTo w:id="1">{run("Olmar")}</w:moveTo>',
    "field": f'<w:fldSimple w:instr="AUTHOR">{run("Olmar")}</w:fldSimple>',
    "custom mark-up": f'<w:customXml w:element="a">{run("Olmar")}</w:customXml>',
}


@pytest.mark.parametrize("inside", WHERE.values(), ids=WHERE)
def test_words_are_read_wherever_they_stand(inside):
    document = read(paragraph(run("12 were killed in ") + inside + run(" on Monday.")))
    assert document.text == "12 were killed in Olmar on Monday."


def test_deleted_words_are_left_out_and_both_are_told():
    deleted = '<w:del w:id="1"><w:r><w:delText>40</w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2">{run("12")}</w:ins>'
    document = read(paragraph(deleted + inserted + run(" were killed.")))
    assert document.text == "12 were killed."
    assert any("1 insertions" in step.what for step in document.custody)


def test_blocks_in_controls_and_boxes_are_paragraphs():
    control = f"<w:sdt><w:sdtContent>{paragraph(run('One.'))}</w:sdtContent></w:sdt>"
    box = (
        "<w:r><w:pict><w:txbxContent>"
        + paragraph(run("In a box."))
        + "</w:txbxContent></w:pict></w:r>"
    )
    document = read(control + paragraph(run("Two.") + box))
    assert document.text == "One.\n\nTwo.\n\nIn a box."


def test_equal_cells_of_a_row_stay_two():
    cells = "".join(
        f"<w:tc>{paragraph(run(words))}</w:tc>" for words in ("Olmar", "3", "3")
    )
    assert read(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>").text == "Olmar | 3 | 3"


def test_footnotes_stand_at_the_end():
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator">{paragraph(run("x"))}'
        f"</w:footnote><w:footnote>{paragraph(run('Of them 3 children.'))}"
        "</w:footnote></w:footnotes>"
    )
    document = read(paragraph(run("12 were killed.")), footnotes=notes)
    assert document.text == "12 were killed.\n\nOf them 3 children."


def test_a_cell_over_many_columns_costs_nothing():
    cell = (
        '<w:tc><w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr>'
        f"{paragraph(run('12 were killed'))}</w:tc>"
    )
    assert read(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>").text == "12 were killed"


def test_a_file_of_the_usual_program_is_read():
    with zipfile.ZipFile(io.BytesIO(made_files.docx())) as packed:
        assert "word/document.xml" in packed.namelist()
    (document,) = read_stream(io.BytesIO(made_files.docx()), "a.docx", FORMATS)
    assert document.title == "Fighting near Olmar"
