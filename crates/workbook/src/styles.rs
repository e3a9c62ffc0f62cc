//! What the number in a cell represents, by its style.

use std::collections::BTreeMap;

use abacus_core::pace::Pace;

use crate::archive::Archive;
use crate::error::WorkbookError;
use crate::format::FormatKind;
use crate::xml::Item;

/// The meaning of each style's numbers.
#[derive(Default)]
pub(crate) struct Styles(Vec<FormatKind>);

impl Styles {
    /// The meaning of the numbers of a style, by its index; a plain number if there is no such style.
    pub(crate) fn format_kind(&self, style: usize) -> FormatKind {
        self.0.get(style).copied().unwrap_or_default()
    }
}

pub(crate) async fn read(archive: &mut Archive<'_>, part: &str, pace: &dyn Pace) -> Result<Styles, WorkbookError> {
    let mut own: BTreeMap<u32, FormatKind> = BTreeMap::new();
    let mut formats: Vec<u32> = Vec::new();
    // These elements also occur in other lists, where they mean something else.
    let (mut is_formats, mut is_cells) = (false, false);
    let mut xml = archive.part(part)?;
    while let Some(item) = xml.next(pace).await? {
        match item {
            Item::Open(tag) => match tag.name() {
                "numFmts" => is_formats = true,
                "cellXfs" => is_cells = true,
                "numFmt" if is_formats => {
                    let id = tag.get("numFmtId")?.and_then(|id| id.parse().ok()).ok_or(WorkbookError::Broken)?;
                    own.insert(id, FormatKind::of_code(&tag.get("formatCode")?.unwrap_or_default()));
                }
                "xf" if is_cells => {
                    formats.push(tag.get("numFmtId")?.and_then(|id| id.parse().ok()).unwrap_or_default());
                }
                _ => {}
            },
            Item::Close(tag) => match tag.name() {
                "numFmts" => is_formats = false,
                "cellXfs" => is_cells = false,
                _ => {}
            },
            Item::Text(_) => {}
        }
    }
    let kind = |id: &u32| own.get(id).copied().unwrap_or_else(|| FormatKind::of_built_in(*id));
    Ok(Styles(formats.iter().map(kind).collect()))
}
