//! Imports any file into a small book: it is refused with a reason, or yields records that round-trip and are
//! recognised when the file is imported again.

#![no_main]

use abacus_core::text::Locale;
use abacus_deals::transfer::{BadFile, Kind, Mapping, Preview, kind, read_export, read_table, utf8};
use abacus_fuzz::Stored;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut here = Stored::small();
    let look = |here: &Stored| -> Result<Preview, BadFile> {
        match kind("file", bytes)? {
            Kind::Export => Ok(Preview::of_export(&read_export(bytes)?, &here.entries(), here.name())),
            // Read by another crate, which has its own tests.
            Kind::Workbook => Err(BadFile::NotText),
            Kind::Table => {
                let table = read_table(utf8(bytes)?)?;
                Ok(Preview::of_table(&table, &Mapping::of(&table), &here.entries()))
            }
        }
    };
    match look(&here) {
        Ok(preview) => {
            here.carry_out(&preview);
            assert_eq!(look(&here).expect("it was read before").writes(), [], "the file again");
            let outcome = read_export(here.export().as_bytes()).expect("our own file is read");
            let again = Preview::of_export(&outcome, &here.entries(), here.name());
            assert_eq!(again.writes(), [], "our own export");
        }
        Err(reason) => assert!(Locale::ALL.iter().all(|locale| !reason.message(*locale).is_empty())),
    }
});
