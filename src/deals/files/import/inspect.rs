//! Inspects the chosen files: their kinds, their contents and what an import would do.
//!
//! All of it works in slices: 20,000 rows take seconds on a phone. [`inspect`] and the like do the same in one go,
//! where nobody waits for the page.

use std::rc::Rc;

use abacus_core::pace::{NeverYield, Pace, Stopped, run_to_end, yield_if_due};
use abacus_deals::transfer::{
    BadFile, Column, Encoding, Kind, Mapping, Preview, Source, check_rows, kind_with, read_export_with,
    read_table_with, utf8_with,
};
use abacus_workbook::Limits;

use crate::deals::files::import::state::{ChosenFiles, FileContent, ImportStage, ReadFile, TableOrigin, UnreadFile};
use crate::deals::files::import::workbook::{self, WORKBOOKS, WorkbookReader};
use crate::shell::chunk::Chunk;
use crate::shell::inbox::PickedFile;
use crate::shell::ports::Ports;
use crate::shell::slices::PhasedPace;
use crate::shell::stored::{everything_with, name_of_book};

/// How many bytes are decoded at a time.
const PIECE: usize = 262_144;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Reading the file with this name.
    Reading(Rc<str>),
    /// Comparing its records with the stored ones and with each other.
    Comparing,
    /// Writing the records.
    Writing,
    /// Rolling the write back.
    RollingBack,
    /// The book reads what was written or rolled back.
    Updating,
}

impl Part {
    /// Whether the store is changing, so that no other file can be read.
    pub const fn is_writing(&self) -> bool {
        match self {
            Self::Reading(_) | Self::Comparing => false,
            Self::Writing | Self::RollingBack | Self::Updating => true,
        }
    }
}

/// What is needed to read the chosen files.
#[derive(Clone)]
pub struct ReadContext {
    pub ports: Ports,
    pub workbooks: Chunk<&'static WorkbookReader>,
}

/// Inspects files in one go. The order in which they were chosen does not matter. An unreadable file does not stop the
/// others.
pub fn inspect(picked: Vec<PickedFile>, ports: &Ports) -> ImportStage {
    let context = ReadContext { ports: ports.clone(), workbooks: Chunk::Here(&WORKBOOKS) };
    run_to_end(inspect_with(picked, &context, &NeverYield)).and_then(Result::ok).unwrap_or_default()
}

/// The same in slices. If stopped, nothing has changed.
pub async fn inspect_with(
    mut picked: Vec<PickedFile>,
    context: &ReadContext,
    watch: &dyn PhasedPace<Part>,
) -> Result<ImportStage, Stopped> {
    picked.sort_by(|one, other| (&one.name, one.bytes.as_ref().ok()).cmp(&(&other.name, other.bytes.as_ref().ok())));
    let limits = workbook::limits();
    let (mut files, mut unread) = (Vec::new(), Vec::new());
    for PickedFile { name, bytes } in picked {
        watch.begin(Part::Reading(name.as_str().into()));
        let read = match bytes {
            Ok(bytes) => read(&name, &bytes, context, &limits, watch).await,
            Err(why) => Err(why),
        };
        match read {
            Ok((read, bad_sheets)) => {
                files.extend(read);
                unread.extend(bad_sheets);
            }
            Err(BadFile::Stopped) => return Err(Stopped),
            Err(why) => unread.push(UnreadFile { name, why }),
        }
    }
    let checked = check_rows(&files.iter().map(ReadFile::records).collect::<Vec<_>>());
    let (mut kept, mut left) = (Vec::new(), checked.into_iter());
    for file in files {
        match left.next() {
            Some(Err(why)) => unread.push(UnreadFile { name: file.name, why }),
            _ => kept.push(file),
        }
    }
    if kept.is_empty() {
        return Ok(ImportStage::Refused(unread));
    }
    Ok(ImportStage::Chosen(ChosenFiles { preview: preview(&kept, &context.ports, watch).await?, files: kept, unread }))
}

/// Inspects the same files again, because the store has changed. If stopped, they have to be chosen again.
pub async fn inspect_again_with(chosen: &ChosenFiles, ports: &Ports, watch: &dyn PhasedPace<Part>) -> ImportStage {
    again(chosen.clone(), ports, watch).await.unwrap_or_default()
}

async fn again(chosen: ChosenFiles, ports: &Ports, watch: &dyn PhasedPace<Part>) -> Result<ImportStage, Stopped> {
    Ok(ImportStage::Chosen(ChosenFiles { preview: preview(&chosen.files, ports, watch).await?, ..chosen }))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The row with this number is the header; 0 means no header.
    Header(usize),
    /// The column at this index is mapped to this field of a deal; `None` leaves it out.
    Column(usize, Option<Column>),
    Sheet(bool),
}

/// Reads the table of the file at this index in another way.
pub fn read_as(chosen: &ChosenFiles, place: usize, reading: Reading, ports: &Ports) -> ImportStage {
    run_to_end(read_as_with(chosen.clone(), &[(place, reading)], ports, &NeverYield))
        .and_then(Result::ok)
        .unwrap_or_default()
}

/// The same in slices, for several changes in order. If stopped, nothing has changed.
pub async fn read_as_with(
    mut chosen: ChosenFiles,
    readings: &[(usize, Reading)],
    ports: &Ports,
    watch: &dyn PhasedPace<Part>,
) -> Result<ImportStage, Stopped> {
    for (place, reading) in readings {
        if let Reading::Sheet(is_taken) = *reading {
            chosen.take(*place, is_taken);
            continue;
        }
        let file = chosen.files.get_mut(*place).map(|file| &mut file.content);
        let Some(FileContent::Table(table, mapping, _)) = file else { continue };
        match *reading {
            Reading::Sheet(_) => {}
            Reading::Header(number) => {
                *table = Rc::new(table.with_header_with(number, watch).await?);
                *mapping = Mapping::of(table);
            }
            Reading::Column(index, column) => mapping.set(index, column),
        }
    }
    again(chosen, ports, watch).await
}

/// The content of a file: one export or table, or the sheets of a workbook, some of which may be unreadable.
async fn read(
    name: &str,
    bytes: &[u8],
    context: &ReadContext,
    limits: &Limits,
    pace: &dyn Pace,
) -> Result<(Vec<ReadFile>, Vec<UnreadFile>), BadFile> {
    let (kind, encoding) = kind_with(name, bytes, pace).await?;
    let content = match kind {
        Kind::Workbook => return workbook::read(name, bytes, &context.workbooks, limits, pace).await,
        // An editor may have stored an export in another encoding.
        Kind::Export => {
            let text = text(bytes, encoding, &context.ports, pace).await?;
            FileContent::Export(Rc::new(read_export_with(&text, pace).await?))
        }
        Kind::Table => {
            let table = read_table_with(&text(bytes, encoding, &context.ports, pace).await?, pace).await?;
            let mapping = Mapping::of(&table);
            FileContent::Table(Rc::new(table), mapping, TableOrigin::Text(encoding))
        }
    };
    Ok((vec![ReadFile { name: name.to_owned(), content, is_taken: true }], Vec::new()))
}

async fn text(bytes: &[u8], encoding: Encoding, ports: &Ports, pace: &dyn Pace) -> Result<String, BadFile> {
    if encoding == Encoding::Utf8 {
        return utf8_with(bytes, pace).await;
    }
    let mut decoder = ports.inbox.decoder(encoding).ok_or(BadFile::Undecodable)?;
    let mut text = String::new();
    let mut left = bytes.len();
    for piece in bytes.chunks(PIECE) {
        yield_if_due(pace, bytes.len().saturating_sub(left), bytes.len()).await?;
        left = left.saturating_sub(piece.len());
        text.push_str(&decoder.decode(piece, left == 0).ok_or(BadFile::Undecodable)?);
    }
    Ok(text)
}

async fn preview(files: &[ReadFile], ports: &Ports, watch: &dyn PhasedPace<Part>) -> Result<Preview, Stopped> {
    watch.begin(Part::Comparing);
    let name = name_of_book(ports);
    let sources: Vec<Source<'_>> = files.iter().map(ReadFile::source).collect();
    let stored = everything_with(&*ports.store, watch).await?;
    let preview = Preview::of_files_with(&sources, &stored, name.as_deref(), watch).await?;
    // Even freeing thousands of texts is done in slices.
    for (key, text) in stored {
        drop((key, text));
        yield_if_due(watch, 1, 1).await?;
    }
    Ok(preview)
}
