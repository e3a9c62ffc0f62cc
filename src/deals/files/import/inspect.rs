//! Inspects the chosen files: their kinds, their contents and what an import would do.

use std::rc::Rc;

use abacus_deals::transfer::{
    BadFile, Column, Encoding, Kind, Mapping, Preview, Source, check_rows, kind, read_export, read_table, utf8,
};

use crate::deals::files::import::state::{ChosenFiles, FileContent, ImportStage, ReadFile, UnreadFile};
use crate::shell::inbox::Picked;
use crate::shell::ports::Ports;
use crate::shell::stored::{everything, name_of_book};

/// The order in which the files were chosen does not matter. One that cannot be read does not stop the others.
#[must_use]
pub fn inspect(mut picked: Vec<Picked>, ports: &Ports) -> ImportStage {
    picked.sort_by(|one, other| (&one.name, one.bytes.as_ref().ok()).cmp(&(&other.name, other.bytes.as_ref().ok())));
    let (mut files, mut unread) = (Vec::new(), Vec::new());
    for Picked { name, bytes } in picked {
        match bytes.and_then(|bytes| content(&name, &bytes, ports)) {
            Ok(content) => files.push(ReadFile { name, content }),
            Err(why) => unread.push(UnreadFile { name, why }),
        }
    }
    let checked = check_rows(&files.iter().map(|file| file.content.rows()).collect::<Vec<_>>());
    let (mut kept, mut left) = (Vec::new(), checked.into_iter());
    for file in files {
        match left.next() {
            Some(Err(why)) => unread.push(UnreadFile { name: file.name, why }),
            _ => kept.push(file),
        }
    }
    if kept.is_empty() {
        return ImportStage::Refused(unread);
    }
    ImportStage::Chosen(ChosenFiles { preview: preview(&kept, ports), files: kept, unread })
}

/// Inspects the same files again, because the store has changed.
#[must_use]
pub fn inspect_again(chosen: &ChosenFiles, ports: &Ports) -> ImportStage {
    ImportStage::Chosen(ChosenFiles { preview: preview(&chosen.files, ports), ..chosen.clone() })
}

/// How a table is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The row with this number names the columns.
    Header(usize),
    /// The column at this index is this one of a deal; `None` leaves it out.
    Column(usize, Option<Column>),
}

/// Reads the table of the file at a place in another way.
#[must_use]
pub fn read_as(chosen: &ChosenFiles, place: usize, reading: Reading, ports: &Ports) -> ImportStage {
    let mut chosen = chosen.clone();
    if let Some(FileContent::Table(table, mapping, _)) = chosen.files.get_mut(place).map(|file| &mut file.content) {
        match reading {
            Reading::Header(number) => {
                *table = Rc::new(table.with_header(number));
                *mapping = Mapping::of(table);
            }
            Reading::Column(index, column) => mapping.set(index, column),
        }
    }
    inspect_again(&chosen, ports)
}

fn content(name: &str, bytes: &[u8], ports: &Ports) -> Result<FileContent, BadFile> {
    let kind = kind(name, bytes)?;
    // An editor may have stored an export in an encoding of its own.
    let encoding = Encoding::of(bytes);
    let text = match encoding {
        Encoding::Utf8 => utf8(bytes)?.to_owned(),
        _ => ports.inbox.decode(bytes, encoding).ok_or(BadFile::NotText)?,
    };
    match kind {
        Kind::Export => Ok(FileContent::Export(Rc::new(read_export(text.as_bytes())?))),
        Kind::Table => {
            let table = read_table(&text)?;
            let mapping = Mapping::of(&table);
            Ok(FileContent::Table(Rc::new(table), mapping, encoding))
        }
    }
}

fn preview(files: &[ReadFile], ports: &Ports) -> Preview {
    let name = name_of_book(ports);
    let sources: Vec<Source<'_>> = files.iter().map(|file| file.content.source()).collect();
    Preview::of_files(&sources, &everything(&*ports.store), name.as_deref())
}
