//! What a file is from outside.

use crate::fault::{Fault, Other};

/// The streams of old files lie in entries of this size, whose first bytes are the name in UTF-16.
const ENTRY: usize = 128;

/// Whether it is a ZIP archive, perhaps an empty one.
pub(crate) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Whether it is a compound file, in which Office kept everything up to 2003, and keeps what has a password.
pub(crate) fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0])
}

/// Why a compound file is not read.
pub(crate) fn compound(bytes: &[u8]) -> Fault {
    let wide: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let has_password = bytes.chunks(ENTRY).any(|entry| entry.starts_with(&wide));
    if has_password { Fault::Locked } else { Fault::Other(Other::Xls) }
}

/// What an archive without the parts of an XLSX workbook is, by their names in small letters.
pub(crate) fn other<'a>(names: impl Iterator<Item = &'a str>) -> Other {
    let mut found = Other::Archive;
    for name in names {
        match name {
            "xl/workbook.bin" => return Other::Xlsb,
            "index/document.iwa" | "index.zip" => return Other::Numbers,
            // Texts and presentations in that format have the same parts, and the same advice helps.
            "content.xml" => found = Other::Ods,
            _ => {}
        }
    }
    found
}
