//! Reading the rows of a table as deals.

use std::collections::BTreeMap;
use std::rc::Rc;

use rust_decimal::Decimal;

use super::cells::{CellProblem, CellReason, currency, is_failed, stage, without_apostrophe};
use super::columns::{Column, Mapping};
use super::day::day;
use super::decimals::{Decimals, Evidence};
use super::header_unit::HeaderUnit;
use super::item::{ImportChoice, Item, Verdict};
use super::list::cell_words;
use super::origin::{content, copy_id, fingerprint};
use super::record::FileRecord;
use super::rows::{Row, Table};
use super::surplus::{split_number, unnamed_cells};
use super::title_unit::of_titles;
use super::total::is_total;
use crate::edit::other_currency;
use crate::fields::{DealField, Field, FieldRef, NOTES, NumberSpec, is_storable, stored_limits};
use crate::normalize::name_key;
use crate::record::decode;
use crate::{DateField, Deal, Edit, NumberField, number_edits, number_error, read_tags};
use abacus_core::calculator::field::{FieldError, Kind};
use abacus_core::pace::{Pace, Stopped, yield_if_due};
use abacus_core::text::Locale;
use abacus_vault::journal::Write;

impl Mapping {
    /// The mapping suggested by the header of a table, with the unit that its titles state for all amounts.
    pub fn of(table: &Table) -> Self {
        if !table.has_header() {
            // The letter of a column is neither a name nor a unit.
            return Self::suggested(&vec![String::new(); table.header.len()]);
        }
        let mut mapping = Self::suggested(&table.header);
        let title = of_titles(table.titles());
        title.iter().for_each(|title| mapping.inherit(title));
        mapping
    }
}

/// The records of the book, those of the exports of the same import, and the tables already classified.
pub(super) struct TableClassifier {
    deals: BTreeMap<String, Option<Rc<Deal>>>,
    items: Vec<Item>,
    /// How often each content has occurred in the tables, and the index of its first occurrence.
    repeated: BTreeMap<String, (usize, usize)>,
    /// The index of the first record of each customer and deal.
    rows: BTreeMap<Name, usize>,
    /// The deals of the book by customer and deal.
    names: BTreeMap<Name, Rc<Deal>>,
}

/// A customer and the name of a deal, normalised for comparison.
type Name = (String, String);

/// Deals by their cells in the columns of one table: those of the book, and the indexes of those of the exports.
struct ByCells {
    book: BTreeMap<Vec<String>, Rc<Deal>>,
    exports: BTreeMap<Vec<String>, usize>,
}

impl TableClassifier {
    /// `items` are the records of the exports.
    pub(super) async fn new(stored: &[(String, String)], items: Vec<Item>, pace: &dyn Pace) -> Result<Self, Stopped> {
        let mut deals = BTreeMap::new();
        for (key, text) in stored {
            yield_if_due(pace, items.len(), 0).await?;
            if let Some(id) = crate::id_of(key) {
                deals.insert(id.to_owned(), decode(id, text).ok().map(Rc::new));
            }
        }
        let (mut rows, mut names) = (BTreeMap::new(), BTreeMap::new());
        for deal in deals.values().flatten().filter(|deal: &&Rc<Deal>| !deal.deleted) {
            yield_if_due(pace, items.len(), 0).await?;
            names.extend(name(deal).map(|name| (name, deal.clone())));
        }
        for (index, item) in items.iter().enumerate() {
            if let Some(deal) = item.record.deal().filter(|deal| !deal.deleted) {
                let _seen = same_deal(&mut rows, deal, index);
            }
        }
        Ok(Self { deals, items, repeated: BTreeMap::new(), rows, names })
    }

    /// The records of all files. Even dropping the rest is done in pieces.
    pub(super) async fn items(self, pace: &dyn Pace) -> Result<Vec<Item>, Stopped> {
        let Self { deals, items, repeated, rows, names } = self;
        let total = items.len();
        free(names, total, pace).await?;
        free(deals, total, pace).await?;
        free(repeated, total, pace).await?;
        free(rows, total, pace).await?;
        Ok(items)
    }

    /// Classifies the rows of a table, except those that are blank in all mapped columns. `total` is how many records
    /// the whole import has.
    pub(super) async fn classify(
        &mut self,
        file: usize,
        (table, mapping): (&Table, &Mapping),
        total: usize,
        pace: &dyn Pace,
    ) -> Result<(), Stopped> {
        let by_cells = self.by_cells(mapping, total, pace).await?;
        // Reserved at once, so that thousands of items are not moved as more are added.
        self.items.reserve(table.rows.len());
        let mut evidence = Evidence::default();
        for row in &table.rows {
            yield_if_due(pace, self.items.len(), total).await?;
            mapping.numbers().for_each(|(index, ..)| evidence.observe(table.cell_text(row, index)));
        }
        let decimals = evidence.decimals(table.separator);
        for row in &table.rows {
            yield_if_due(pace, self.items.len(), total).await?;
            self.classify_row(file, row, (table, mapping, decimals), &by_cells);
        }
        free(by_cells.book, total, pace).await?;
        free(by_cells.exports, total, pace).await
    }

    async fn by_cells(&self, mapping: &Mapping, total: usize, pace: &dyn Pace) -> Result<ByCells, Stopped> {
        let mut by_cells = ByCells { book: BTreeMap::new(), exports: BTreeMap::new() };
        for deal in self.deals.values().flatten().filter(|deal| !deal.deleted) {
            yield_if_due(pace, self.items.len(), total).await?;
            by_cells.book.entry(cells_of(deal, mapping)).or_insert_with(|| deal.clone());
        }
        for (index, item) in self.items.iter().enumerate().filter(|(_, item)| item.row.is_none()) {
            yield_if_due(pace, self.items.len(), total).await?;
            if let Some(deal) = item.record.deal().filter(|deal| !deal.deleted) {
                by_cells.exports.entry(cells_of(deal, mapping)).or_insert(index);
            }
        }
        Ok(by_cells)
    }

    fn classify_row(&mut self, file: usize, row: &Row, source: (&Table, &Mapping, Decimals), by_cells: &ByCells) {
        let (mut deal, problems) = read(row, source);
        if deal == Deal::default() {
            return;
        }
        let index = self.items.len();
        let fingerprint = fingerprint(&content(&deal));
        let (times, first) = self.repeated.entry(fingerprint.clone()).or_insert((0, index));
        *times = times.saturating_add(1);
        deal.id = copy_id(&format!("row {times}"), &fingerprint);
        deal.revision = 1;
        let earlier = (*times > 1).then_some(*first);

        let cells = cells_of(&deal, source.1);
        let imported = self.deals.get(&deal.id);
        let here = imported.cloned().flatten().or_else(|| by_cells.book.get(&cells).cloned());
        let earlier = earlier.or_else(|| by_cells.exports.get(&cells).copied());
        let verdict = match (imported, &here) {
            _ if is_total(row, source.1) => Verdict::Total,
            (None, _) if *times > 1 => Verdict::Repeated,
            (None, None) if earlier.is_some() => Verdict::Repeated,
            (None, None) => Verdict::New,
            _ => Verdict::Identical,
        };
        let take =
            imported.is_none().then(|| Write { key: crate::key(&deal.id), before: None, after: crate::encode(&deal) });
        let same_deal = same_deal(&mut self.rows, &deal, index);
        let namesake = name(&deal).filter(|_| verdict == Verdict::New).and_then(|name| self.names.get(&name).cloned());
        let namesake = namesake.map(|deal| Box::new(Deal::clone(&deal)));
        let elsewhere = match verdict {
            Verdict::New => same_deal,
            Verdict::Repeated => earlier,
            _ => None,
        };
        self.items.push(Item {
            record: FileRecord::Deal(Box::new(deal)),
            here: here.map(|deal| FileRecord::Deal(Box::new(Deal::clone(&deal)))),
            is_unreadable_here: false,
            is_made_from_here: false,
            namesake,
            verdict,
            file,
            problems,
            row: Some(row.number),
            elsewhere: elsewhere.into_iter().collect(),
            // Nobody could tell afterwards which deal a row without a customer means.
            initial: if source.1.has_customer() { verdict.default_choice(false) } else { ImportChoice::Leave },
            take,
            copy: None,
        });
    }
}

/// Drops thousands of entries in pieces.
async fn free<K, V>(entries: BTreeMap<K, V>, total: usize, pace: &dyn Pace) -> Result<(), Stopped> {
    for entry in entries {
        drop(entry);
        yield_if_due(pace, total, total).await?;
    }
    Ok(())
}

/// The index of the earlier record of the same customer and deal; `rows` has the first one of each.
fn same_deal(rows: &mut BTreeMap<Name, usize>, deal: &Deal, index: usize) -> Option<usize> {
    let first = *rows.entry(name(deal)?).or_insert(index);
    (first != index).then_some(first)
}

/// `None` unless it has both.
fn name(deal: &Deal) -> Option<Name> {
    let name = (name_key(&deal.customer), name_key(&deal.title));
    (!name.0.is_empty() && !name.1.is_empty()).then_some(name)
}

fn cells_of(deal: &Deal, mapping: &Mapping) -> Vec<String> {
    let columns = Column::all().filter(|column| mapping.index_of(*column).is_some());
    columns.map(|column| cell_words(deal, column, Locale::default()).trim().to_owned()).collect()
}

fn read(row: &Row, (table, mapping, decimals): (&Table, &Mapping, Decimals)) -> (Deal, Vec<CellProblem>) {
    let mut deal = Deal::default();
    let mut problems = Vec::new();
    let mut notes = Vec::new();
    let has_several = mapping.columns().iter().flatten().filter(|column| column.is_notes()).count() > 1;
    for (index, column) in mapping.columns().iter().enumerate() {
        let Some(column) = *column else { continue };
        let cell = table.cell_text(row, index).trim();
        let labelled = || match table.header.get(index).filter(|name| !name.is_empty()) {
            Some(name) => format!("{name}: {cell}"),
            None => cell.to_owned(),
        };
        let mut problem = |reason| problems.push(CellProblem { column, text: cell.to_owned(), reason });
        if matches!(column.field(), DealField::Text(_) | DealField::Tags(_)) && is_failed(cell) {
            problem(CellReason::Failed);
        }
        match column.field() {
            DealField::Text(_) if column.is_notes() && cell.is_empty() => {}
            DealField::Text(_) if column.is_notes() && has_several => notes.push(labelled()),
            DealField::Text(_) if column.is_notes() => notes.push(cell.to_owned()),
            DealField::Text(field) => deal.apply(Edit::Text(FieldRef::Deal(field), cell.to_owned())),
            DealField::Tags(_) => deal.apply(Edit::Tags(read_tags(cell))),
            DealField::Date(field) => deal.apply(read_day(FieldRef::Deal(field), cell, &mut problem)),
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
    let surplus = unnamed_cells(row, table, mapping).join(" / ");
    let mut is_kept = surplus.is_empty();
    for (index, column, field) in mapping.numbers() {
        let cell = table.cell_text(row, index);
        if let Some(text) = split_number(row, table, mapping, index) {
            is_kept |= text.ends_with(&format!(" / {surplus}"));
            deal.apply(Edit::Number(FieldRef::Deal(field), Err(text.clone())));
            problems.push(CellProblem { column, text, reason: CellReason::Split });
            continue;
        }
        read_number(column, field, (cell, mapping.unit(index), decimals), &mut deal, &mut problems);
    }
    if let Some(column) = Column::of(DealField::Text(&NOTES)).filter(|_| !is_kept) {
        notes.push(surplus.clone());
        problems.push(CellProblem { column, text: surplus, reason: CellReason::Nameless });
    }
    deal.notes = notes.join("\n");
    (deal, problems)
}

impl Mapping {
    /// The columns of numbers, each with its index.
    fn numbers(&self) -> impl Iterator<Item = (usize, Column, &'static Field<Deal, Option<Decimal>>)> {
        self.columns().iter().enumerate().filter_map(|(index, column)| match ((*column)?, (*column)?.field()) {
            (column, DealField::Number(field)) => Some((index, column, field)),
            _ => None,
        })
    }
}

impl Table {
    /// The text of a cell, without the apostrophe that text files may put before it to keep it from being a formula.
    fn cell_text<'a>(&self, row: &'a Row, index: usize) -> &'a str {
        let cell = row.cells.get(index).map_or("", String::as_str);
        if self.separator.is_some() { without_apostrophe(cell) } else { cell }
    }
}

fn read_day(field: DateField, cell: &str, problem: &mut impl FnMut(CellReason)) -> Edit {
    let read = day(cell).map_err(|reason| {
        problem(if is_failed(cell) { CellReason::Failed } else { reason });
        cell.to_owned()
    });
    Edit::Date(field, read)
}

fn read_number(
    column: Column,
    field: &'static Field<Deal, Option<Decimal>>,
    (cell, unit, decimals): (&str, Option<&HeaderUnit>, Decimals),
    deal: &mut Deal,
    problems: &mut Vec<CellProblem>,
) {
    let (field, spec): (NumberField, _) = (FieldRef::Deal(field), field.limits());
    let is_money = spec.kind == Kind::Money;
    let cell = cell.trim();
    let (typed, doubt) = match (decimals.read(cell), unit.filter(|_| is_money)) {
        // The text that is kept is neither of the two values.
        (Err([point, comma]), _) => (format!("{cell}（{point} / {comma}）"), Some(CellReason::Decimals)),
        (Ok(read), Some(unit)) => match unit.apply(&read) {
            (typed, true) => (typed, None),
            (typed, false) => (typed, Some(CellReason::Unit)),
        },
        (Ok(read), None) => (read.into_owned(), None),
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
        // Text that is not an amount even without the unit of the header stays as it is.
        let is_bare = doubt.is_none() && number_error(&field, cell).is_some();
        let currency = other_currency(&typed, &deal.currency).filter(|_| is_bare);
        let typed = if is_bare { cell.to_owned() } else { typed };
        let reason = match doubt {
            _ if is_failed(cell) => CellReason::Failed,
            Some(doubt) => doubt,
            None => CellReason::Number(spec, stored_error(spec, error)),
        };
        problems.push(CellProblem { column, text: typed.clone(), reason });
        currency.into_iter().for_each(|currency| deal.apply(Edit::Currency(currency)));
        deal.apply(Edit::Number(field, Err(typed)));
        return;
    }
    number_edits(&field, &typed, &deal.currency).into_iter().for_each(|edit| deal.apply(edit));
}

/// The error of a number within the limits of a table, which are wider than those of the form.
fn stored_error(spec: &NumberSpec, error: FieldError) -> FieldError {
    match error {
        FieldError::OutOfRange(number) => stored_limits(spec).check(number).err().unwrap_or(error),
        _ => error,
    }
}

/// An amount below zero, as our own tables write it. The form refuses it, but a record may have it.
fn negative(field: &NumberField, typed: &str) -> Option<Decimal> {
    let FieldError::OutOfRange(amount) = number_error(field, typed)? else { return None };
    Some(amount).filter(|amount| amount.is_sign_negative() && is_storable(field.spec(), *amount))
}
