//! The scenarios of a calculator, in the user's order.

use abacus_core::calculator::{Calculator, Inputs};

use crate::Book;
use crate::scenario::Scenario;

/// The direction in which a scenario moves in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards the start.
    Up,
    /// Towards the end.
    Down,
}

/// The scenarios of a calculator that are not deleted, in their order.
pub fn list<'a>(book: &'a Book, calculator: &'static dyn Calculator) -> Vec<&'a Scenario> {
    let mut list: Vec<&Scenario> = Vec::new();
    for scenario in of(book, calculator).filter(|scenario| !scenario.deleted) {
        // Insert after scenarios with the same place, whose ids are smaller.
        list.insert(list.partition_point(|known| known.place <= scenario.place), scenario);
    }
    list
}

/// The deleted scenarios of a calculator.
pub fn deleted<'a>(book: &'a Book, calculator: &'static dyn Calculator) -> Vec<&'a Scenario> {
    of(book, calculator).filter(|scenario| scenario.deleted).collect()
}

fn of<'a>(book: &'a Book, calculator: &'static dyn Calculator) -> impl Iterator<Item = &'a Scenario> {
    book.records().filter(move |scenario| scenario.calculator == calculator)
}

/// Adds a scenario at the end of its calculator's list. Does nothing if the id is in use.
pub fn add(book: &mut Book, id: &str, calculator: &'static dyn Calculator, name: &str, inputs: Inputs) {
    let places = of(book, calculator).map(|scenario| scenario.place.saturating_add(1));
    let place = places.max().unwrap_or_default();
    let _taken = book.create(Scenario { place, ..Scenario::new(id, calculator, name, inputs) });
}

/// Renames a scenario. Does nothing if there is none with this id.
pub fn rename(book: &mut Book, id: &str, name: &str) {
    let _unknown = book.change(id, |scenario| name.clone_into(&mut scenario.name));
}

/// Moves a scenario by one position in its list; at the end of the list it stays.
pub fn shift(book: &mut Book, id: &str, direction: Direction) {
    let Some(calculator) = book.get(id).map(|scenario| scenario.calculator) else { return };
    let order: Vec<(String, u32)> =
        list(book, calculator).iter().map(|scenario| (scenario.id.clone(), scenario.place)).collect();
    let Some(from) = order.iter().position(|(listed, _)| listed == id) else { return };
    let to = match direction {
        Direction::Up => from.saturating_sub(1),
        Direction::Down => from.saturating_add(1).min(order.len().saturating_sub(1)),
    };
    let mut moved = order;
    moved.swap(from, to);
    // Most scenarios keep their place and need not be written.
    for (place, (id, _)) in (0..).zip(&moved).filter(|(place, (_, before))| place != before) {
        let _known = book.change(id, |scenario| scenario.place = place);
    }
}
