//! Imports any text as a table: it is refused with a reason, or yields deals that are not duplicated when the table, or
//! the list exported from them, is imported again.

#![no_main]

use abacus_core::number::format::Style;
use abacus_core::sheet::csv;
use abacus_core::text::Locale;
use abacus_deals::Deal;
use abacus_deals::transfer::{Column, ImportChoice, Mapping, Preview, list, read_table};
use abacus_fuzz::Stored;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(table) = read_table(text) else { return };
    assert!(!table.header.is_empty() && !table.rows.is_empty());
    let mapping = Mapping::of(&table);
    let columns = mapping.columns();
    assert_eq!(columns.len(), table.header.len());
    for column in Column::all() {
        assert!(columns.iter().filter(|known| **known == Some(column)).count() < 2, "{column:?}");
    }

    let mut here = Stored::small();
    let preview = Preview::of_table(&table, &mapping, &here.entries());
    let taken = preview.items().iter().zip(preview.choices()).filter(|(_, choice)| **choice == ImportChoice::Take);
    let deals: Vec<&Deal> = taken.filter_map(|(item, _)| item.record.deal()).collect();
    assert_eq!(deals.len(), preview.write_count());
    here.carry_out(&preview);
    assert_eq!(Preview::of_table(&table, &mapping, &here.entries()).writes(), [], "the table again");

    for locale in Locale::ALL {
        let Ok(table) = read_table(&csv::write(&list(deals.iter().copied(), Style::default_for(locale)))) else {
            continue;
        };
        let again = Preview::of_table(&table, &Mapping::of(&table), &here.entries());
        assert_eq!(again.writes(), [], "the exported list again");
    }
});
