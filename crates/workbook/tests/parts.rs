//! Workbooks assembled by hand, part by part.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// An archive of these parts.
pub(crate) fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in parts {
        zip.start_file(*name, options).expect("a part");
        zip.write_all(content).expect("its content");
    }
    zip.finish().expect("an archive").into_inner()
}

/// The parts of a workbook of one sheet.
#[derive(Clone, Default)]
pub(crate) struct Parts {
    /// The content of `<worksheet>`.
    pub(crate) sheet: String,
    /// The content of `<sst>`.
    pub(crate) strings: String,
    /// The content of `<styleSheet>`.
    pub(crate) styles: String,
    /// The content of `<workbook>` before the list of sheets.
    pub(crate) workbook: String,
}

impl Parts {
    /// A workbook whose sheet has these rows.
    pub(crate) fn of_rows(rows: &str) -> Self {
        Self { sheet: format!("<sheetData>{rows}</sheetData>"), ..Self::default() }
    }

    /// A workbook whose sheet has one row with these cells.
    pub(crate) fn of_cells(cells: &str) -> Self {
        Self::of_rows(&format!("<row>{cells}</row>"))
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let Self { sheet, strings, styles, workbook } = self;
        let link = |id: &str, kind: &str, target: &str| {
            format!(r#"<Relationship Id="{id}" Type="{LINKS}/{kind}" Target="{target}"/>"#)
        };
        let package = "http://schemas.openxmlformats.org/package/2006/relationships";
        let links =
            |links: &[String]| format!(r#"<Relationships xmlns="{package}">{}</Relationships>"#, links.concat());
        let sheets = r#"<sheets><sheet name="S" sheetId="1" r:id="a"/></sheets>"#;
        let parts = [
            ("_rels/.rels", links(&[link("x", "officeDocument", "xl/workbook.xml")])),
            ("xl/workbook.xml", format!(r#"<workbook xmlns="{MAIN}" xmlns:r="{LINKS}">{workbook}{sheets}</workbook>"#)),
            (
                "xl/_rels/workbook.xml.rels",
                links(&[
                    link("a", "worksheet", "worksheets/sheet1.xml"),
                    link("b", "sharedStrings", "sharedStrings.xml"),
                    link("c", "styles", "styles.xml"),
                ]),
            ),
            ("xl/worksheets/sheet1.xml", format!(r#"<worksheet xmlns="{MAIN}">{sheet}</worksheet>"#)),
            ("xl/sharedStrings.xml", format!(r#"<sst xmlns="{MAIN}">{strings}</sst>"#)),
            ("xl/styles.xml", format!(r#"<styleSheet xmlns="{MAIN}">{styles}</styleSheet>"#)),
        ];
        archive(&parts.each_ref().map(|(name, content)| (*name, content.as_bytes())))
    }
}
