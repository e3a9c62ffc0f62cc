//! Why a file as a whole cannot be imported.

use abacus_core::format_in;
use abacus_core::pace::Stopped;
use abacus_core::text::{Locale, text};

/// The most that is read at once, in one file or in several: 20 MB. Browsers store 5 to 10 MB for a page.
pub const MOST_BYTES: u64 = 20_000_000;
/// The most rows that a table may have, or several tables together.
pub const MOST_ROWS: usize = 20_000;
/// The most columns that a table may have.
pub const MOST_COLUMNS: usize = 500;
/// The most records that a file may have, or several files together, rows of tables among them.
pub const MOST_RECORDS: usize = MOST_ROWS;
/// The most bytes that workbooks may unpack to, all files together: 100 MB.
pub const MOST_UNPACKED: u64 = 100_000_000;

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadFile {
    /// The file is empty.
    Empty,
    /// Larger than [`MOST_BYTES`]; it was not read.
    TooLarge {
        /// Its size.
        bytes: u64,
    },
    /// Larger than [`MOST_BYTES`] together with the files before it; it was not read.
    TooLargeTogether,
    /// The browser could not read it.
    NotReadable,
    /// A workbook with a password.
    Locked,
    /// A workbook of Excel up to 2003, or another file of that time.
    OldWorkbook,
    /// A spreadsheet of another kind, by name.
    OtherWorkbook(&'static str),
    /// A compressed file that is not a workbook.
    Archive,
    /// A workbook that is damaged or truncated.
    BrokenWorkbook,
    /// More than [`MOST_UNPACKED`] when it is unpacked.
    UnpacksTooLarge,
    /// A workbook with a text of more than a megabyte, such as that of a cell.
    TextTooLarge,
    /// The workbook reader could not be loaded.
    NoReader,
    /// Contact cards of a phone, which belong in a deal.
    ContactCards,
    /// Not text, for instance a picture.
    NotText,
    /// Its characters are in none of the encodings that are read.
    Undecodable,
    /// The file is truncated.
    Truncated,
    /// The text is not JSON; the position is counted from 1.
    NotJson {
        /// The line.
        line: usize,
        /// The column, in characters.
        column: usize,
    },
    /// JSON, but not written by this app.
    NotOurs,
    /// A field occurs twice.
    Repeated {
        /// The field.
        name: String,
    },
    /// A field of the file holds the wrong kind of value.
    WrongType {
        /// The field.
        name: String,
    },
    /// Written by a newer version of the app.
    NewerVersion {
        /// The version of the file.
        version: String,
    },
    /// A quotation mark that is never closed.
    OpenQuote {
        /// The line of the quotation mark, counted from 1.
        line: usize,
    },
    /// A table without a row below its header.
    NoRows,
    /// More than [`MOST_ROWS`].
    TooManyRows,
    /// More than [`MOST_ROWS`] together with the files before it.
    TooManyRowsTogether,
    /// More than [`MOST_COLUMNS`].
    TooManyColumns,
    /// More than [`MOST_RECORDS`].
    TooManyRecords,
    /// Reading was stopped.
    Stopped,
}

impl From<Stopped> for BadFile {
    fn from(_: Stopped) -> Self {
        Self::Stopped
    }
}

/// Checks the size of a file before it is read.
///
/// # Errors
/// [`BadFile::Empty`], [`BadFile::TooLarge`].
pub const fn check_size(bytes: u64) -> Result<(), BadFile> {
    match bytes {
        0 => Err(BadFile::Empty),
        1..=MOST_BYTES => Ok(()),
        _ => Err(BadFile::TooLarge { bytes }),
    }
}

/// Checks the sizes of several files, in their order, before they are read. A file that no longer fits is left out, and
/// the next may still fit.
#[must_use]
pub fn check_sizes(sizes: &[u64]) -> Vec<Result<(), BadFile>> {
    let mut left = MOST_BYTES;
    let check = |size: &u64| {
        check_size(*size)?;
        left = left.checked_sub(*size).ok_or(BadFile::TooLargeTogether)?;
        Ok(())
    };
    sizes.iter().map(check).collect()
}

/// The same for the rows and records of several files.
#[must_use]
pub fn check_rows(rows: &[usize]) -> Vec<Result<(), BadFile>> {
    let mut left = MOST_ROWS;
    let check = |rows: &usize| {
        left = left.checked_sub(*rows).ok_or(BadFile::TooManyRowsTogether)?;
        Ok(())
    };
    rows.iter().map(check).collect()
}

impl BadFile {
    /// What is wrong and what to do about it.
    pub fn message(&self, locale: Locale) -> String {
        let sentence = |zh, en| text(zh, en).get(locale).to_owned();
        match self {
            Self::Empty => sentence("文件是空的。", "The file is empty."),
            Self::TooLarge { bytes } => {
                let size = megabytes(*bytes);
                format_in!(
                    locale,
                    "文件有 {size} MB，最多读 20 MB，所以没有读取。",
                    "The file is {size} MB. The limit is 20 MB, so it was not read."
                )
            }
            Self::TooLargeTogether => sentence(
                "这些文件加起来超过 20 MB，这个没有读。其余的导入之后，再单独选它。",
                "Together, these files are larger than 20 MB, so this one was not read. Import the others, then choose it by itself.",
            ),
            Self::NotReadable => sentence(
                "浏览器读不出这个文件。请确认它还在原处，再选一次。",
                "The browser cannot read this file. Make sure it is still there, then choose it again.",
            ),
            Self::Locked => sentence(
                "这个工作簿加了密码。请在表格软件里打开，去掉密码另存一份，再导入。",
                "This workbook has a password. Open it in your spreadsheet program, save a copy without the password, and import that.",
            ),
            Self::OldWorkbook => sentence(
                "这是旧格式的文件（如 .xls），读不了。请在表格软件里另存为 .xlsx 或 CSV，再导入。",
                "This is a file of an old format, such as .xls, which is not read. Save it as .xlsx or CSV in your spreadsheet program first.",
            ),
            Self::OtherWorkbook(kind) => format_in!(
                locale,
                "这是 {kind} 表格，读不了。请在表格软件里另存为 .xlsx 或 CSV，再导入。",
                "This is a spreadsheet of the kind {kind}, which is not read. Save it as .xlsx or CSV first."
            ),
            Self::Archive => sentence(
                "这是压缩文件，不是 .xlsx 工作簿。请先解压，再选里面的文件。",
                "This is a compressed file, not an .xlsx workbook. Unpack it first, then choose what is in it.",
            ),
            Self::BrokenWorkbook => sentence(
                "工作簿损坏或不完整，读不下去。请在表格软件里打开，另存一份，再导入。",
                "This workbook is damaged or incomplete. Open it in your spreadsheet program, save a copy, and import that.",
            ),
            Self::UnpacksTooLarge => sentence(
                "工作簿解压后超过 100 MB（同时选的几个加起来算），所以没有读完。请只留要导入的那张表，另存一份，或另存为 CSV。",
                "Unpacked, the workbook is larger than 100 MB, together with those before it, so it was not read to the end. Save a copy with just the sheet to import, or save that as CSV.",
            ),
            Self::TextTooLarge => sentence(
                "工作簿里有一格的文字超过 1 MB（表格软件一格最多 32767 个字），所以没有读完。请删短这一格再导入。",
                "A cell of this workbook holds more than 1 MB of text, although spreadsheets keep 32,767 characters at most, so it was not read to the end. Shorten that cell, then import again.",
            ),
            Self::NoReader => sentence(
                "读工作簿的程序没能载入，请检查网络后再选一次，或另存为 CSV 再导入。",
                "What reads workbooks could not be loaded. Check the connection and choose the file again, or save it as CSV.",
            ),
            Self::ContactCards => sentence(
                "这是联系人名片。请打开那笔商机，在“客户方的人”里按“从名片添加”，再选这个文件。",
                "These are contact cards. Open the deal they belong to, press “Add from contact cards” under “People at the customer”, and choose this file there.",
            ),
            Self::NotText => sentence(
                "这不是文本文件。能导入的是从这里导出的 JSON 文件、XLSX 工作簿或 CSV 表格。",
                "This is not a text file. You can import a JSON file exported from here, an XLSX workbook, or a CSV table.",
            ),
            Self::Undecodable => sentence(
                "这个文件的文字编码读不出来。如果是表格，请在表格软件里另存为“CSV UTF-8”，再选一次。",
                "The characters of this file cannot be read. If it is a table, save it as “CSV UTF-8” in your spreadsheet program and choose it again.",
            ),
            Self::Truncated => sentence(
                "文件只有一半：写到中间就断了。请重新导出或重新下载。",
                "This is only half a file: it breaks off in the middle. Export or download it again.",
            ),
            Self::NotJson { line, column } => format_in!(
                locale,
                "不是 JSON：第 {line} 行第 {column} 个字符读不下去。",
                "Not JSON: reading stops at line {line}, character {column}."
            ),
            Self::NotOurs => sentence(
                "是 JSON，但不是从销售算盘导出的文件。",
                "This is JSON, but not a file exported from Sales Abacus.",
            ),
            Self::Repeated { name } => format_in!(
                locale,
                "文件里有两个“{name}”，不知道该用哪一个。",
                "The file has “{name}” twice; it is not clear which to use."
            ),
            Self::WrongType { name } => format_in!(
                locale,
                "文件里的“{name}”不是应有的内容。",
                "“{name}” in the file does not hold what it should."
            ),
            Self::NewerVersion { version } => format_in!(
                locale,
                "文件由新版本写成（格式 {version}）。请刷新页面，换到新版本后再导入。",
                "Written by a newer version (format {version}). Reload the page to get it, then import again."
            ),
            Self::OpenQuote { line } => format_in!(
                locale,
                "第 {line} 行的引号没有结束，文件可能只有一半。",
                "A quotation mark in line {line} is never closed; this may be only half a file."
            ),
            Self::NoRows => sentence(
                "表格里没有数据：标题行下面一行也没有。",
                "The table has no data: there is no row below the header.",
            ),
            Self::TooManyRows => format_in!(
                locale,
                "表格超过 {MOST_ROWS} 行。请分成几个文件。",
                "The table has more than {MOST_ROWS} rows. Split it into several files."
            ),
            Self::TooManyRowsTogether => format_in!(
                locale,
                "这些文件加起来超过 {MOST_ROWS} 行（条），这个没有读。其余的导入之后，再单独选它。",
                "Together, these files have more than {MOST_ROWS} rows or records, so this one was not read. Import the others, then choose it by itself."
            ),
            Self::TooManyColumns => {
                format_in!(locale, "表格超过 {MOST_COLUMNS} 列。", "The table has more than {MOST_COLUMNS} columns.")
            }
            Self::TooManyRecords => format_in!(
                locale,
                "文件里超过 {MOST_RECORDS} 条记录，没有读完。",
                "The file has more than {MOST_RECORDS} records, so it was not read to the end."
            ),
            Self::Stopped => sentence("读取已取消。", "Reading was cancelled."),
        }
    }
}

/// Rounded up, so that the size of a refused file never looks allowed.
const fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}
