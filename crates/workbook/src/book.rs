//! Which sheets a workbook has, and where its parts are.

use std::collections::BTreeMap;

use abacus_core::pace::Pace;

use crate::archive::Archive;
use crate::error::{FileFormat, WorkbookError};
use crate::xml::Item;

/// The path of the workbook part if no relationship names it.
const USUAL: &str = "xl/workbook.xml";

#[derive(Default)]
pub(crate) struct Book {
    pub(crate) sheets: Vec<SheetEntry>,
    pub(crate) styles: Option<String>,
    pub(crate) strings: Option<String>,
    /// Whether days are counted from 1904, as Excel for the Mac once did.
    pub(crate) has_1904: bool,
}

/// A sheet as listed in the workbook part.
pub(crate) struct SheetEntry {
    pub(crate) name: String,
    pub(crate) is_hidden: bool,
    /// The name of its part.
    pub(crate) part: String,
}

pub(crate) async fn read(archive: &mut Archive<'_>, pace: &dyn Pace) -> Result<Book, WorkbookError> {
    let found = match archive.has("_rels/.rels") {
        true => links(archive, "_rels/.rels", "", pace).await?.into_values().find(|link| link.is("officeDocument")),
        false => None,
    };
    let part = found.map_or_else(|| USUAL.to_owned(), |link| link.part);
    if !archive.has(&part) {
        return Err(archive.unsupported());
    }
    if !part.to_lowercase().ends_with(".xml") {
        return Err(WorkbookError::Unsupported(FileFormat::Xlsb));
    }
    let mut book = Book::default();
    let listed = sheets(archive, &part, &mut book, pace).await?;
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", &part));
    let links = links(archive, &join(folder, &format!("_rels/{file}.rels")), folder, pace).await?;
    let of_kind = |kind: &str| links.values().find(|link| link.is(kind)).map(|link| link.part.clone());
    book.styles = of_kind("styles").filter(|part| archive.has(part));
    book.strings = of_kind("sharedStrings").filter(|part| archive.has(part));
    // Chart, dialog and macro sheets have no cells.
    let of_cells = |(id, name, is_hidden): (String, String, bool)| {
        let link = links.get(&id).filter(|link| link.is("worksheet"))?;
        Some(SheetEntry { name, is_hidden, part: link.part.clone() })
    };
    book.sheets = listed.into_iter().filter_map(of_cells).collect();
    Ok(book)
}

/// The relationship id and the name of each sheet, and whether it is hidden.
async fn sheets(
    archive: &mut Archive<'_>,
    part: &str,
    book: &mut Book,
    pace: &dyn Pace,
) -> Result<Vec<(String, String, bool)>, WorkbookError> {
    let mut sheets = Vec::new();
    let mut is_book = false;
    let mut xml = archive.part(part)?;
    while let Some(item) = xml.next(pace).await? {
        let Item::Open(tag) = item else { continue };
        match tag.name() {
            "workbook" => is_book = true,
            "workbookPr" => book.has_1904 = tag.is("date1904")?,
            "sheet" => {
                let is_hidden = tag.get("state")?.is_some_and(|state| state != "visible");
                sheets.push((tag.get("id")?.unwrap_or_default(), tag.get("name")?.unwrap_or_default(), is_hidden));
            }
            _ => {}
        }
    }
    drop(xml);
    if is_book { Ok(sheets) } else { Err(archive.unsupported()) }
}

/// A relationship of a part.
struct Link {
    /// The last segment of the URI that names the type.
    kind: String,
    part: String,
}

impl Link {
    fn is(&self, kind: &str) -> bool {
        self.kind == kind
    }
}

/// The relationships of a part by id, without external ones.
async fn links(
    archive: &mut Archive<'_>,
    part: &str,
    folder: &str,
    pace: &dyn Pace,
) -> Result<BTreeMap<String, Link>, WorkbookError> {
    let mut links = BTreeMap::new();
    let mut xml = archive.part(part)?;
    while let Some(item) = xml.next(pace).await? {
        let Item::Open(tag) = item else { continue };
        if tag.name() != "Relationship" || tag.get("TargetMode")?.is_some_and(|mode| mode == "External") {
            continue;
        }
        if let (Some(id), Some(kind), Some(target)) = (tag.get("Id")?, tag.get("Type")?, tag.get("Target")?) {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            links.insert(id, Link { kind, part: join(folder, &target) });
        }
    }
    Ok(links)
}

/// Resolves a target against a folder: `worksheets/sheet1.xml`, `../styles.xml`, `/xl/workbook.xml`.
fn join(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let start = if target.starts_with('/') { "" } else { folder };
    let mut path: Vec<&str> = Vec::new();
    for step in start.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => _ = path.pop(),
            _ => path.push(step),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn targets_are_resolved_against_the_folder_of_the_part() {
        for (folder, target, part) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "../styles.xml", "styles.xml"),
            ("xl", "./styles.xml", "xl/styles.xml"),
            ("", "xl\\workbook.xml", "xl/workbook.xml"),
            ("", "../../x.xml", "x.xml"),
        ] {
            assert_eq!(join(folder, target), part, "{folder}, {target}");
        }
    }
}
