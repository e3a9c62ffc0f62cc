//! Recognises file formats by their container.

use crate::error::{FileFormat, WorkbookError};

/// The size of a directory entry of a compound file, which begins with the name of a stream in UTF-16.
const ENTRY: usize = 128;

/// Whether it is a ZIP archive, perhaps an empty one.
pub(crate) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Whether it is a compound file: the format of Office up to 2003, and of password-protected files to this day.
pub(crate) fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0])
}

/// Why a compound file is not read.
pub(crate) fn compound(bytes: &[u8]) -> WorkbookError {
    let wide: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let has_password = bytes.chunks(ENTRY).any(|entry| entry.starts_with(&wide));
    if has_password { WorkbookError::Locked } else { WorkbookError::Unsupported(FileFormat::Xls) }
}

/// What an archive without the parts of an XLSX workbook is, by the lower-case names of its parts.
pub(crate) fn format_of<'a>(names: impl Iterator<Item = &'a str>) -> FileFormat {
    let mut found = FileFormat::Archive;
    for name in names {
        match name {
            "xl/workbook.bin" => return FileFormat::Xlsb,
            "index/document.iwa" | "index.zip" => return FileFormat::Numbers,
            // OpenDocument texts and presentations have this part, too, and the same advice applies.
            "content.xml" => found = FileFormat::Ods,
            _ => {}
        }
    }
    found
}
