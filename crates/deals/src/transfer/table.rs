//! Reading the rows of a table as deals.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::cells::{CellProblem, CellReason, currency, stage, words};
use super::columns::{Column, Mapping};
use super::day::day;
use super::header_unit::HeaderUnit;
use super::item::{Item, Verdict};
use super::list::cell_words;
use super::origin::{content, copy_id, fingerprint};
use super::preview::Preview;
use super::record::FileRecord;
use super::rows::{Row, Table};
use super::total::is_total;
use crate::edit::other_currency;
use crate::fields::{At, DealField, Field, is_storable};
use crate::record::decode;
use crate::{DateField, Deal, Edit, NumberField, number_edits, number_error, read_tags};
use abacus_core::calculator::field::{FieldError, Kind};
use abacus_core::text::Locale;
use abacus_vault::journal::Write;

impl Mapping {
    /// The mapping suggested by the header of a table, with the unit that its title states for all amounts.
    #[must_use]
    pub fn of(table: &Table) -> Self {
        let mut mapping = Self::suggested(&table.header);
        let title = table.titles().find_map(HeaderUnit::of_title);
        title.iter().for_each(|title| mapping.inherit(title));
        mapping
    }
}

impl Preview {
    /// The import of a table into a book: `stored` are the keys and texts of all its records.
    ///
    /// Every row is a new deal, unless the book has one that is equal in the columns of the table. An unreadable cell
    /// does not block its row: its text is kept as the form keeps it. A row of totals is left out unless it is chosen.
    #[must_use]
    pub fn of_table(table: &Table, mapping: &Mapping, stored: &[(String, String)]) -> Self {
        let mut classifier = TableClassifier::new(mapping, stored);
        let items = table.rows.iter().filter_map(|row| classifier.classify(row, table, mapping)).collect();
        Self::new(items, Vec::new())
    }
}

/// The records of the book, and the part of the table already classified.
struct TableClassifier {
    deals: BTreeMap<String, Option<Deal>>,
    /// The deals of the book, by their cells in the columns of the table.
    by_cells: BTreeMap<Vec<String>, Deal>,
    /// How often each content has occurred in the table.
    repeated: BTreeMap<String, usize>,
    /// The first row of each customer and deal.
    rows: BTreeMap<(String, String), usize>,
}

impl TableClassifier {
    fn new(mapping: &Mapping, stored: &[(String, String)]) -> Self {
        let mut classifier = Self {
            deals: BTreeMap::new(),
            by_cells: BTreeMap::new(),
            repeated: BTreeMap::new(),
            rows: BTreeMap::new(),
        };
        for (key, text) in stored {
            let Some(id) = crate::id_of(key) else { continue };
            let deal = decode(id, text).ok();
            if let Some(deal) = deal.as_ref().filter(|deal| !deal.deleted) {
                classifier.by_cells.entry(cells_of(deal, mapping)).or_insert_with(|| deal.clone());
            }
            classifier.deals.insert(id.to_owned(), deal);
        }
        classifier
    }

    /// Classifies a row; `None` if it is blank in all mapped columns.
    fn classify(&mut self, row: &Row, table: &Table, mapping: &Mapping) -> Option<Item> {
        let (mut deal, problems) = read(row, table, mapping);
        if deal == Deal::default() {
            return None;
        }
        let fingerprint = fingerprint(&content(&deal));
        let times = self.repeated.entry(fingerprint.clone()).or_default();
        *times = times.saturating_add(1);
        deal.id = copy_id(&format!("row {times}"), &fingerprint);
        deal.revision = 1;

        let imported = self.deals.get(&deal.id);
        let here = imported.cloned().flatten().or_else(|| self.by_cells.get(&cells_of(&deal, mapping)).cloned());
        let verdict = match (imported, &here) {
            _ if is_total(row) => Verdict::Total,
            (None, _) if *times > 1 => Verdict::Repeated,
            (None, None) => Verdict::New,
            _ => Verdict::Identical,
        };
        let same_deal = same_deal(&mut self.rows, &deal, row.number).filter(|_| verdict == Verdict::New);
        let take =
            imported.is_none().then(|| Write { key: crate::key(&deal.id), before: None, after: crate::encode(&deal) });
        Some(Item {
            record: FileRecord::Deal(Box::new(deal)),
            here: here.map(|deal| FileRecord::Deal(Box::new(deal))),
            verdict,
            problems,
            row: Some(row.number),
            same_deal,
            take,
            copy: None,
        })
    }
}

/// The earlier row of the same customer and deal; `rows` are the first ones of each.
fn same_deal(rows: &mut BTreeMap<(String, String), usize>, deal: &Deal, row: usize) -> Option<usize> {
    let name = (deal.customer.trim().to_lowercase(), deal.title.trim().to_lowercase());
    if name.0.is_empty() || name.1.is_empty() {
        return None;
    }
    let first = *rows.entry(name).or_insert(row);
    (first != row).then_some(first)
}

fn cells_of(deal: &Deal, mapping: &Mapping) -> Vec<String> {
    let columns = Column::all().filter(|column| mapping.place(*column).is_some());
    columns.map(|column| cell_words(deal, column, Locale::default()).trim().to_owned()).collect()
}

fn read(row: &Row, table: &Table, mapping: &Mapping) -> (Deal, Vec<CellProblem>) {
    let mut deal = Deal::default();
    let mut problems = Vec::new();
    let mut notes = Vec::new();
    let has_several = mapping.columns().iter().flatten().filter(|column| column.is_notes()).count() > 1;
    for (index, column) in mapping.columns().iter().enumerate() {
        let Some(column) = *column else { continue };
        let cell = words(row.cells.get(index).map_or("", String::as_str)).trim();
        let labelled = || format!("{}: {cell}", table.header.get(index).map_or("", String::as_str));
        let mut problem = |reason| problems.push(CellProblem { column, text: cell.to_owned(), reason });
        match column.field() {
            DealField::Text(_) if column.is_notes() && cell.is_empty() => {}
            DealField::Text(_) if column.is_notes() && has_several => notes.push(labelled()),
            DealField::Text(_) if column.is_notes() => notes.push(cell.to_owned()),
            DealField::Text(field) => deal.apply(Edit::Text(At::Deal(field), cell.to_owned())),
            DealField::Tags(_) => deal.apply(Edit::Tags(read_tags(cell))),
            DealField::Date(field) => deal.apply(read_day(At::Deal(field), cell, &mut problem)),
            DealField::Currency(_) => match currency(cell) {
                Some(currency) => deal.apply(Edit::Currency(currency)),
                None => problem(CellReason::Currency),
            },
            DealField::Stage(_) | DealField::End(_) => match stage(cell) {
                Some(Some(Ok(stage))) => deal.stage = stage,
                Some(Some(Err(end))) => deal.end = Some(end),
                Some(None) => {}
                // A deal has no field for an unknown stage, so it goes to the notes.
                None => {
                    notes.push(labelled());
                    problem(CellReason::Stage);
                }
            },
            // Read below, once the currency is known.
            DealField::Number(_) => {}
        }
    }
    deal.notes = notes.join("\n");
    for (index, column) in mapping.columns().iter().enumerate() {
        if let Some((column, DealField::Number(field))) = column.map(|column| (column, column.field())) {
            let cell = words(row.cells.get(index).map_or("", String::as_str));
            read_number(column, field, (cell, mapping.unit(index)), &mut deal, &mut problems);
        }
    }
    (deal, problems)
}

fn read_day(field: DateField, cell: &str, problem: &mut impl FnMut(CellReason)) -> Edit {
    let read = day(cell).map_err(|reason| {
        problem(reason);
        cell.to_owned()
    });
    Edit::Date(field, read)
}

fn read_number(
    column: Column,
    field: &'static Field<Deal, Option<Decimal>>,
    (cell, unit): (&str, Option<&HeaderUnit>),
    deal: &mut Deal,
    problems: &mut Vec<CellProblem>,
) {
    let (field, spec): (NumberField, _) = (At::Deal(field), field.limits());
    let is_money = spec.kind == Kind::Money;
    let (typed, is_certain) = match unit.filter(|_| is_money) {
        Some(unit) => unit.apply(cell),
        None => (cell.trim().to_owned(), true),
    };
    if let Some(bad) = problems.iter().find(|problem| is_money && problem.reason == CellReason::Currency) {
        // An amount in an unknown currency is not read: both texts are kept together.
        let together = |between: &str| format!("{typed}{between}{}", bad.text).trim().to_owned();
        // Joined by a space they may read as an amount that neither of them states.
        let is_read = number_error(&field, &together(" ")).is_none();
        deal.apply(Edit::Number(field, Err(together(if is_read { " / " } else { " " }))));
        return;
    }
    if let Some(amount) = negative(&field, &typed) {
        let currency = other_currency(&typed, &deal.currency).map(Edit::Currency);
        let edits = currency.into_iter().chain([Edit::Number(field, Ok(Some(amount)))]);
        edits.for_each(|edit| deal.apply(edit));
        return;
    }
    if let Some(error) = number_error(&field, &typed) {
        let reason = if is_certain { CellReason::Number(spec, error) } else { CellReason::Unit };
        problems.push(CellProblem { column, text: typed.clone(), reason });
    }
    number_edits(&field, &typed, &deal.currency).into_iter().for_each(|edit| deal.apply(edit));
}

/// An amount below zero, as our own tables write it. The form refuses one, but a record may hold it.
fn negative(field: &NumberField, typed: &str) -> Option<Decimal> {
    let FieldError::OutOfRange(amount) = number_error(field, typed)? else { return None };
    Some(amount).filter(|amount| amount.is_sign_negative() && is_storable(field.spec(), *amount))
}
