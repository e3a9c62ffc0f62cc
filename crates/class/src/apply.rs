//! What each command does to a run.

use std::collections::BTreeMap;

use abacus_core::calculator::field::{Field, Kind as FieldKind, Part};
use abacus_core::calculator::{Calculator, Inputs};
use abacus_core::number::decimal::Arithmetic;
use rust_decimal::Decimal;

use crate::clock::Clock;
use crate::command::{Command, Effect};
use crate::guess::{self, MAX_GUESSES, MAX_TYPED};
use crate::lesson::{Kind, Step};
use crate::run::{LessonContext, Panel, Run, Screen, time};

/// The maximum number of hands or marks of one step.
pub(crate) const MAX_MARKS: usize = 999;

/// The minimum and the maximum text size.
pub(crate) const SIZES: std::ops::RangeInclusive<i8> = -2..=4;

impl Run {
    /// Executes a command at this moment; returns what it asks of the browser.
    pub fn apply(&mut self, class: LessonContext<'_>, command: &Command, now: u64) -> Option<Effect> {
        if self.screen != Screen::Lit {
            self.screen = Screen::Lit;
            return None;
        }
        if self.panel == Some(Panel::Leave) && *command != Command::Close {
            self.close();
            return None;
        }
        match command {
            Command::Next | Command::Back if self.panel.is_some() => self.close(),
            Command::Next => self.next(class, now),
            Command::Back => self.back(class, now),
            Command::First => self.enter(class.lesson, 0, now),
            Command::Last => self.enter(class.lesson, class.lesson.steps.len().saturating_sub(1), now),
            Command::Jump(step) if class.step(*step).is_some() => self.enter(class.lesson, *step, now),
            Command::All => {
                self.drop_moved(class);
                self.shown = class.step(self.step).map_or(0, Step::stops);
            }
            Command::Black => self.screen = Screen::Black,
            Command::White => self.screen = Screen::White,
            Command::Larger => self.size = self.size.saturating_add(1).min(*SIZES.end()),
            Command::Smaller => self.size = self.size.saturating_sub(1).max(*SIZES.start()),
            Command::Guesses => self.toggle(Panel::Guesses, class),
            Command::Qr => self.toggle(Panel::Qr, class),
            Command::Keys => self.toggle(Panel::Keys, class),
            Command::Clock => {
                if let Some(step) = class.step(self.step) {
                    self.clock = Some(Clock::toggled(self.clock, time(step), now));
                }
            }
            Command::Values => self.values.clear(),
            Command::NextInput => self.choose(class, true),
            Command::PreviousInput => self.choose(class, false),
            Command::Choose(key) if movable(class, self.step).iter().any(|field| field.key == key) => {
                self.input = Some(key.clone());
            }
            Command::Set(value) => self.set(class, |_, _| Some(*value)),
            Command::Increase => self.by_step(class, 1),
            Command::Decrease => self.by_step(class, -1),
            // Unreadable input stays visible until the next guess starts; it is corrected by deleting characters.
            Command::Type(character) if self.refused => {
                self.typed = character.to_string();
                self.refused = false;
            }
            Command::Type(character) if self.typed.chars().count() < MAX_TYPED => self.typed.push(*character),
            Command::Add => self.read(class),
            Command::Guess(guess) => self.guess(class, *guess),
            Command::TakeBack => self.take_back(class),
            Command::Mark(place) => self.mark(class, *place),
            Command::FullScreen => return Some(Effect::FullScreen),
            Command::Presenter => return Some(Effect::Presenter),
            Command::Close => match self.panel {
                Some(Panel::Leave) => return Some(Effect::Leave),
                Some(_) => self.close(),
                None => self.panel = Some(Panel::Leave),
            },
            Command::Jump(_) | Command::Choose(_) | Command::Type(_) => {}
        }
        None
    }

    fn next(&mut self, class: LessonContext<'_>, now: u64) {
        let after = self.step.saturating_add(1);
        if self.shown < class.step(self.step).map_or(0, Step::stops) {
            self.drop_moved(class);
            self.shown = self.shown.saturating_add(1);
        } else if class.step(after).is_some() {
            self.enter(class.lesson, after, now);
        }
    }

    fn back(&mut self, class: LessonContext<'_>, now: u64) {
        if let Some(shown) = self.shown.checked_sub(1) {
            self.drop_moved(class);
            self.shown = shown;
        } else if let Some(before) = self.step.checked_sub(1) {
            self.enter(class.lesson, before, now);
            self.shown = class.step(before).map_or(0, Step::stops);
        }
    }

    /// Hands the moved input back to the stops of its move.
    fn drop_moved(&mut self, class: LessonContext<'_>) {
        if let Some(Step { kind: Kind::Move { input, .. }, setting, .. }) = class.step(self.step) {
            self.values.remove(&(*setting, input.to_string()));
        }
    }

    fn toggle(&mut self, panel: Panel, class: LessonContext<'_>) {
        let was_open = self.panel == Some(panel);
        let counts = class.step(self.step).is_some_and(|step| step.places() > 0);
        let is_possible = match panel {
            Panel::Guesses => counts || class.lesson.asked(self.step).is_some(),
            // A link needs a calculator.
            Panel::Qr => class.step(self.step).is_some_and(|step| class.lesson.setting(step).is_some()),
            Panel::Keys | Panel::Leave => true,
        };
        self.close();
        self.panel = (is_possible && !was_open).then_some(panel);
    }

    /// The input that the arrow keys move: the selected one, otherwise the one that the step moves, otherwise the
    /// first.
    pub fn chosen(&self, class: LessonContext<'_>) -> Option<&'static Field> {
        let fields = movable(class, self.step);
        let find = |key: &str| fields.iter().find(|field| field.key == key).copied();
        let moved = match class.step(self.step)? {
            Step { kind: Kind::Move { input, .. }, .. } => find(input),
            _ => None,
        };
        self.input.as_deref().and_then(find).or(moved).or(fields.first().copied())
    }

    fn choose(&mut self, class: LessonContext<'_>, forwards: bool) {
        let mut fields = movable(class, self.step);
        if !forwards {
            fields.reverse();
        }
        let chosen = self.chosen(class);
        let after = fields.iter().skip_while(|field| Some(**field) != chosen).nth(1).or(fields.first());
        self.input = after.map(|field| field.key.to_owned());
    }

    fn set(&mut self, class: LessonContext<'_>, change: impl FnOnce(&Field, Decimal) -> Option<Decimal>) {
        let known = (self.chosen(class), class.step(self.step), self.inputs(class, self.step), class.begins(self.step));
        let (Some(field), Some(step), Some(inputs), Some((_, begins))) = known else { return };
        let value = inputs.get(field.key).and_then(|value| change(field, value));
        let Some(value) = value.and_then(|value| field.check(value.normalize()).ok()) else { return };
        let key = (step.setting, field.key.to_owned());
        if matches!(step.kind, Kind::Move { .. }) || begins.get(field.key) != Some(value) {
            self.values.insert(key, value);
        } else {
            self.values.remove(&key);
        }
    }

    fn by_step(&mut self, class: LessonContext<'_>, steps: i32) {
        let place = self.step;
        let by = |field: &Field| class.slider(place, field).step.times(Decimal::from(steps));
        self.set(class, |field, value| value.plus(by(field)?));
    }

    fn read(&mut self, class: LessonContext<'_>) {
        let asked = class.lesson.asked(self.step);
        if let (Some(output), false) = (asked.and_then(|asked| class.output(asked)), self.typed.is_empty()) {
            match guess::read(&self.typed, output) {
                Ok(guess) => {
                    self.typed.clear();
                    self.guess(class, guess);
                }
                Err(_) => self.refused = true,
            }
        }
    }

    fn guess(&mut self, class: LessonContext<'_>, guess: Decimal) {
        if let Some(asked) = class.lesson.asked(self.step).filter(|_| guess > Decimal::ZERO) {
            add(&mut self.guesses, asked, guess, MAX_GUESSES);
        }
    }

    fn mark(&mut self, class: LessonContext<'_>, place: usize) {
        let is_there = class.step(self.step).is_some_and(|step| place < step.places());
        if let Some(mark) = u8::try_from(place).ok().filter(|_| is_there) {
            add(&mut self.marks, self.step, mark, MAX_MARKS);
        }
    }

    fn take_back(&mut self, class: LessonContext<'_>) {
        self.refused = false;
        if self.typed.pop().is_some() {
            return;
        }
        if class.step(self.step).is_some_and(|step| step.places() > 0) {
            remove_last(&mut self.marks, self.step);
        } else if let Some(asked) = class.lesson.asked(self.step) {
            remove_last(&mut self.guesses, asked);
        }
    }
}

fn add<T>(lists: &mut BTreeMap<usize, Vec<T>>, step: usize, value: T, max: usize) {
    let list = lists.entry(step).or_default();
    if list.len() < max {
        list.push(value);
    }
}

/// No empty list is left behind, so that the run equals the one before the removed entry.
fn remove_last<T>(lists: &mut BTreeMap<usize, Vec<T>>, step: usize) {
    if let Some(list) = lists.get_mut(&step) {
        list.pop();
        if list.is_empty() {
            lists.remove(&step);
        }
    }
}

/// The inputs that the arrow keys can move in a step: those of the slide, and professional ones that the lesson uses.
pub fn movable(class: LessonContext<'_>, step: usize) -> Vec<&'static Field> {
    let Some((calculator, begins)) = class.begins(step) else { return Vec::new() };
    let moved = match class.step(step) {
        Some(Step { kind: Kind::Move { input, .. }, .. }) => input.as_ref(),
        _ => "",
    };
    used(calculator, &begins, moved)
}

/// The inputs that matter for these values: those of the slide, professional ones that differ from the example, and the
/// one that is moved. Choices are names, not figures.
pub(crate) fn used(calculator: &dyn Calculator, inputs: &Inputs, moved: &str) -> Vec<&'static Field> {
    let is_used = |field: &&Field| {
        field.part == Part::Slide || field.key == moved || inputs.get(field.key) != Some(field.default)
    };
    let fields = calculator.spec().fields.iter().filter(|field| !matches!(field.kind, FieldKind::Choice(_)));
    fields.filter(is_used).collect()
}
