//! Inspects a chosen file: its kind, its content and what an import would do.

use std::rc::Rc;

use abacus_deals::transfer::{BadFile, Column, Encoding, Kind, Mapping, Preview, kind, read_export, read_table, utf8};

use crate::deals::files::import::state::{ChosenFile, FileContent, ImportStage};
use crate::shell::inbox::Picked;
use crate::shell::ports::Ports;
use crate::shell::stored::{everything, name_of_book};

#[must_use]
pub fn inspect(picked: Picked, ports: &Ports) -> ImportStage {
    let file = picked.name;
    match picked.bytes.and_then(|bytes| source(&file, &bytes, ports)) {
        Ok(source) => ImportStage::Chosen(ChosenFile { preview: preview(&source, ports), file, source }),
        Err(why) => ImportStage::Refused { file, why },
    }
}

/// Inspects the same file again, because the store has changed.
#[must_use]
pub fn inspect_again(chosen: &ChosenFile, ports: &Ports) -> ImportStage {
    ImportStage::Chosen(ChosenFile { preview: preview(&chosen.source, ports), ..chosen.clone() })
}

/// How a table is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The row with this number names the columns.
    Header(usize),
    /// The column at this index is this one of a deal; `None` leaves it out.
    Column(usize, Option<Column>),
}

/// Reads the table of a file in another way.
#[must_use]
pub fn read_as(chosen: &ChosenFile, reading: Reading, ports: &Ports) -> ImportStage {
    let mut chosen = chosen.clone();
    if let FileContent::Table(table, mapping, _) = &mut chosen.source {
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

fn source(name: &str, bytes: &[u8], ports: &Ports) -> Result<FileContent, BadFile> {
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

fn preview(source: &FileContent, ports: &Ports) -> Preview {
    let name = name_of_book(ports);
    let stored = everything(&*ports.store);
    match source {
        FileContent::Export(export) => Preview::of_export((**export).clone(), &stored, name.as_deref()),
        FileContent::Table(table, mapping, _) => Preview::of_table(table, mapping, &stored),
    }
}
