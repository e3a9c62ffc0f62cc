//! The rows of a table as deals.

use std::collections::BTreeMap;

use super::cells::{CellProblem, CellReason, amount, currency, day, words};
use super::columns::{Column, Mapping};
use super::csv::{Row, Table};
use super::list::cell_words;
use super::mark::{content, copy_id, print};
use super::preview::{Item, Preview, Verdict, Write};
use super::record::Record;
use crate::deals::record::decode;
use crate::deals::{self, Deal, Edit, Typed, amount_edits, amount_error, unread};

impl Preview {
    /// The import of a table into a book: `stored` are the keys and texts of all its records.
    ///
    /// Every row is a new deal, unless the book has one that says the same in the columns of the table. A
    /// cell that cannot be read does not stand in the way of its row: its text is kept as the form keeps
    /// it.
    #[must_use]
    pub fn of_table(table: &Table, mapping: &Mapping, stored: &[(String, String)]) -> Self {
        let mut known = Known::new(mapping, stored);
        let items = table.rows.iter().filter_map(|row| known.judge(row, mapping)).collect();
        Self::new(items, Vec::new())
    }
}

/// What the book has.
struct Known {
    deals: BTreeMap<String, Option<Deal>>,
    /// What the deals say in the columns of the table, and which one says it.
    said: BTreeMap<Vec<String>, Deal>,
    /// How often the table has said something.
    repeated: BTreeMap<String, usize>,
}

impl Known {
    fn new(mapping: &Mapping, stored: &[(String, String)]) -> Self {
        let mut known = Self { deals: BTreeMap::new(), said: BTreeMap::new(), repeated: BTreeMap::new() };
        for (key, text) in stored {
            let Some(id) = deals::id_of(key) else { continue };
            let deal = decode(id, text).ok();
            if let Some(deal) = deal.as_ref().filter(|deal| !deal.deleted) {
                known.said.entry(said(deal, mapping)).or_insert_with(|| deal.clone());
            }
            known.deals.insert(id.to_owned(), deal);
        }
        known
    }

    /// What a row is to the book; nothing if it is blank in all columns that count.
    fn judge(&mut self, row: &Row, mapping: &Mapping) -> Option<Item> {
        let (mut deal, problems) = read(row, mapping);
        if deal == Deal::default() {
            return None;
        }
        let print = print(&content(&deal));
        let times = self.repeated.entry(print.clone()).or_default();
        *times = times.saturating_add(1);
        deal.id = copy_id(&format!("row {times}"), &print);
        deal.revision = 1;

        let imported = self.deals.get(&deal.id);
        let here = imported.cloned().flatten().or_else(|| self.said.get(&said(&deal, mapping)).cloned());
        let verdict = match (imported, &here) {
            (None, _) if *times > 1 => Verdict::Repeated,
            (None, None) => Verdict::New,
            _ => Verdict::Identical,
        };
        let take =
            imported.is_none().then(|| Write { key: deals::key(&deal.id), before: None, after: deals::encode(&deal) });
        Some(Item {
            record: Record::Deal(Box::new(deal)),
            here: here.map(|deal| Record::Deal(Box::new(deal))),
            verdict,
            problems,
            row: Some(row.number),
            take,
            copy: None,
        })
    }
}

/// What a deal says in the columns of the table.
fn said(deal: &Deal, mapping: &Mapping) -> Vec<String> {
    let columns = Column::ALL.into_iter().filter(|column| mapping.place(*column).is_some());
    columns.map(|column| cell_words(deal, column).trim().to_owned()).collect()
}

/// The deal in a row, and the cells that could not be read.
fn read(row: &Row, mapping: &Mapping) -> (Deal, Vec<CellProblem>) {
    let mut deal = Deal::default();
    let mut problems = Vec::new();
    for (index, column) in mapping.columns().iter().enumerate() {
        let Some(column) = *column else { continue };
        let cell = words(row.cells.get(index).map_or("", String::as_str)).trim();
        let mut problem = |reason| problems.push(CellProblem { column, text: cell.to_owned(), reason });
        match column {
            Column::Customer => deal.apply(Edit::Customer(cell.to_owned())),
            Column::Title => deal.apply(Edit::Title(cell.to_owned())),
            Column::Salesperson => deal.apply(Edit::Salesperson(cell.to_owned())),
            Column::NextAction => deal.apply(Edit::NextAction(cell.to_owned())),
            Column::ExpectedClose => deal.apply(Edit::ExpectedClose(read_day(cell, &mut problem))),
            Column::NextDate => deal.apply(Edit::NextDate(read_day(cell, &mut problem))),
            Column::Currency => match currency(cell) {
                Some(currency) => deal.apply(Edit::Currency(currency)),
                None => problem(CellReason::Currency),
            },
            // Once its currency is known.
            Column::Amount => {}
        }
    }
    read_amount(row, mapping, &mut deal, &mut problems);
    (deal, problems)
}

fn read_day(cell: &str, problem: &mut impl FnMut(CellReason)) -> Typed<deals::Date> {
    day(cell).map_err(|error| {
        problem(CellReason::Date(error));
        cell.to_owned()
    })
}

fn read_amount(row: &Row, mapping: &Mapping, deal: &mut Deal, problems: &mut Vec<CellProblem>) {
    let Some(index) = mapping.place(Column::Amount) else { return };
    let cell = words(row.cells.get(index).map_or("", String::as_str));
    let typed = amount(cell, mapping.unit(index));
    if let Some(bad) = problems.iter().find(|problem| problem.reason == CellReason::Currency) {
        // An amount of who knows what is not read: both texts are kept together.
        let text = format!("{typed} {}", bad.text);
        deal.unread.insert(unread::AMOUNT.to_owned(), text.trim().to_owned());
        return;
    }
    if let Some(error) = amount_error(&typed) {
        let problem =
            CellProblem { column: Column::Amount, text: typed.clone().into_owned(), reason: CellReason::Amount(error) };
        problems.push(problem);
    }
    amount_edits(&typed, &deal.currency).into_iter().for_each(|edit| deal.apply(edit));
}
