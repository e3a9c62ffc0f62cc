//! The values of cells, in the various forms in which programs write them.

use abacus_workbook::{FileFormat, WorkbookError, is_workbook};

use crate::parts::{Parts, archive};
use crate::{cells, reading};

#[test]
fn each_kind_of_cell_is_read_as_text() {
    let parts = Parts {
        strings: "<si><t>客户</t></si><si><r><t>华东 </t></r><r><rPr><b/></rPr><t>公司</t></r>\
                  <rPh sb=\"0\" eb=\"1\"><t>フリガナ</t></rPh></si><si><t>A &amp; B&#10;<![CDATA[<C>]]></t></si>"
            .to_owned(),
        ..Parts::of_cells(
            "<c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c>\
             <c t=\"inlineStr\"><is><t>in</t><rPh><t>x</t></rPh><r><t>line</t></r></is></c>\
             <c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#N/A</v></c>\
             <c t=\"str\"><f>A1&amp;B1</f><v>公式_x000D_</v></c><c><f>1+1</f><v>2</v></c>\
             <c t=\"d\"><v>2026-06-30T00:00:00</v></c><c t=\"n\"><v>8.1999999999999993</v></c><c><f>1/0</f></c>",
        )
    };
    let expected = [
        "客户",
        "华东 公司",
        "A & B\n<C>",
        "inline",
        "TRUE",
        "FALSE",
        "#N/A",
        "公式\r",
        "2",
        "2026-06-30T00:00:00",
        "8.2",
    ];
    assert_eq!(cells(&parts.bytes()), [expected]);
}

#[test]
fn a_number_means_what_its_format_says() {
    let styles = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts>\
                  <cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>\
                  <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/><xf numFmtId=\"46\"/></cellXfs>\
                  <dxfs><dxf><numFmt numFmtId=\"164\" formatCode=\"0\"/></dxf></dxfs>";
    let sheet = "<c s=\"0\"><v>46203</v></c><c s=\"1\"><v>46203</v></c><c s=\"2\"><v>46203.5</v></c>\
                 <c s=\"3\"><v>0.05</v></c><c s=\"4\"><v>1.5</v></c><c s=\"1\"><v>-5</v></c><c s=\"99\"><v>7</v></c>\
                 <c s=\"1\" t=\"s\"><v>0</v></c>";
    let mut parts = Parts { styles: styles.to_owned(), ..Parts::of_cells(sheet) };
    parts.strings = "<si><t>46203</t></si>".to_owned();
    let expected = ["46203", "2026-06-30", "2026-06-30 12:00", "5%", "36:00", "-5", "7", "46203"];
    assert_eq!(cells(&parts.bytes()), [expected]);
    parts.workbook = "<workbookPr date1904=\"1\"/>".to_owned();
    parts.sheet = parts.sheet.replace("46203", "44741");
    assert_eq!(cells(&parts.bytes())[0][1..3], ["2026-06-30", "2026-06-30 12:00"]);
}

#[test]
fn cells_are_placed_by_reference_or_one_after_another() {
    let rows = "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c><v>2</v></c><c r=\"F2\"><v>3</v></c></row>\
                <row r=\"5\"><c r=\"A5\" s=\"1\"/><c t=\"inlineStr\"><is><t> </t></is></c></row><row><c><v>4</v></c></row>";
    let workbook = reading(&Parts::of_rows(rows).bytes()).expect("a workbook");
    let rows = workbook.sheets[0].rows.clone().expect("rows").rows;
    let read: Vec<(usize, Vec<String>)> = rows.into_iter().map(|row| (row.number, row.cells)).collect();
    let row = |number, cells: &[&str]| (number, cells.iter().map(|cell| (*cell).to_owned()).collect());
    assert_eq!(read, [row(2, &["", "1", "2", "", "", "3"]), row(6, &["4"])]);
}

#[test]
fn merged_text_is_repeated_in_each_row_and_amounts_are_not() {
    let text = |at: &str, words: &str| format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{words}</t></is></c>");
    let rows = [
        format!(
            "<row r=\"1\">{}<c r=\"B1\"><v>5</v></c>{}{}</row>",
            text("A1", "华东"),
            text("C1", "12万"),
            text("D1", "x")
        ),
        "<row r=\"2\"><c r=\"E2\"><v>1</v></c></row><row r=\"3\"><c r=\"E3\"><v>2</v></c></row>".to_owned(),
        format!("<row r=\"9\">{}</row>", text("A9", "y")),
    ];
    let mut parts = Parts::of_rows(&rows.concat());
    parts.sheet.push_str(
        "<mergeCells><mergeCell ref=\"A1:A3\"/><mergeCell ref=\"B1:B3\"/><mergeCell ref=\"C1:C3\"/>\
         <mergeCell ref=\"D1:E1\"/><mergeCell ref=\"A4:A9\"/></mergeCells>",
    );
    assert_eq!(
        cells(&parts.bytes()),
        [vec!["华东", "5", "12万", "x"], vec!["华东", "", "", "", "1"], vec!["华东", "", "", "", "2"], vec!["y"]]
    );
}

#[test]
fn prefixes_case_and_missing_relationships_are_tolerated() {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let book = format!(
        "\u{feff}<?xml version=\"1.0\"?><x:workbook xmlns:x=\"{main}\" xmlns:r=\"r\"><x:sheets>\
         <x:sheet name=\"S\" r:id=\"a\"/></x:sheets></x:workbook>"
    );
    let sheet = format!(
        "<!-- made by hand --><x:worksheet xmlns:x=\"{main}\"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row>\
         </x:sheetData></x:worksheet>"
    );
    let links = "<Relationships><Relationship Id=\"a\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet\" \
                 Target=\"/XL/Sheet.xml\"/></Relationships>";
    let bytes = archive(&[
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
        ("xl\\sheet.xml", sheet.as_bytes()),
    ]);
    assert_eq!(cells(&bytes), [["1"]]);
}

#[test]
fn other_spreadsheet_formats_are_named() {
    let compound = |name: &str| {
        let mut bytes = vec![0_u8; 4096];
        bytes[..8].copy_from_slice(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes[1024..1024 + wide.len()].copy_from_slice(&wide);
        bytes
    };
    let links =
        "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>";
    let text = "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    for (bytes, expected) in [
        (compound("EncryptedPackage"), WorkbookError::Locked),
        (compound("Workbook"), WorkbookError::Unsupported(FileFormat::Xls)),
        (
            archive(&[("_rels/.rels", links.as_bytes()), ("xl/workbook.bin", b"x")]),
            WorkbookError::Unsupported(FileFormat::Xlsb),
        ),
        (archive(&[("mimetype", b"x"), ("content.xml", b"<x/>")]), WorkbookError::Unsupported(FileFormat::Ods)),
        (archive(&[("Index/Document.iwa", b"x")]), WorkbookError::Unsupported(FileFormat::Numbers)),
        (
            archive(&[("_rels/.rels", text.as_bytes()), ("word/document.xml", b"<x/>")]),
            WorkbookError::Unsupported(FileFormat::Archive),
        ),
        (archive(&[("a.csv", b"a,b")]), WorkbookError::Unsupported(FileFormat::Archive)),
        (b"PK\x05\x06".to_vec(), WorkbookError::Broken),
    ] {
        assert!(is_workbook(&bytes));
        assert_eq!(reading(&bytes), Err(expected));
    }
    assert!(!is_workbook("客户,金额".as_bytes()));
}
