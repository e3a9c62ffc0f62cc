//! A run as text, for page reloads and for the other window: pairs as in a link.
//!
//! `step=3&shown=1&g3=500,1000&m5=0,1,1&v0.loss=700`. Unreadable parts are left out, and everything is bounded, because
//! the text may come from anywhere in the browser.

use std::collections::BTreeMap;

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use rust_decimal::Decimal;

use crate::apply::{MAX_MARKS, SIZES};
use crate::clock::Clock;
use crate::guess::{MAX_GUESSES, MAX_TYPED};
use crate::lesson::{Lesson, Step};
use crate::run::{Panel, Run, Screen};

/// The maximum number of bytes that are parsed.
const MAX_BYTES: usize = 32_768;
/// The maximum number of values set by hand, and the maximum bytes of an input's key.
const MAX_VALUES: usize = 64;
const MAX_KEY: usize = 32;

const PANELS: [(&str, Panel); 4] =
    [("guesses", Panel::Guesses), ("qr", Panel::Qr), ("keys", Panel::Keys), ("leave", Panel::Leave)];
const SCREENS: [(&str, Screen); 2] = [("black", Screen::Black), ("white", Screen::White)];

impl Run {
    /// The run as text.
    pub fn to_text(&self) -> String {
        let mut pairs =
            vec![format!("step={}", self.step), format!("shown={}", self.shown), format!("began={}", self.began)];
        let mut pair = |key: &str, value: String| pairs.push(format!("{key}={value}"));
        if let Some(Clock { before, since }) = self.clock {
            pair("clock", since.map_or_else(|| before.to_string(), |since| format!("{before},{since}")));
        }
        if let Some((name, _)) = SCREENS.iter().find(|(_, screen)| *screen == self.screen) {
            pair("screen", (*name).to_owned());
        }
        if let Some((name, _)) = PANELS.iter().find(|(_, panel)| Some(*panel) == self.panel) {
            pair("panel", (*name).to_owned());
        }
        if self.size != 0 {
            pair("size", self.size.to_string());
        }
        if let Some(input) = &self.input {
            pair("input", escape(input));
        }
        if !self.typed.is_empty() {
            pair("typed", escape(&self.typed));
        }
        if self.refused {
            pair("refused", "1".to_owned());
        }
        for (step, guesses) in &self.guesses {
            pair(&format!("g{step}"), list(guesses));
        }
        for (step, marks) in &self.marks {
            pair(&format!("m{step}"), list(marks));
        }
        for ((setting, key), value) in &self.values {
            pair(&format!("v{setting}.{}", escape(key)), value.to_string());
        }
        pairs.join("&")
    }

    /// Parses a run of this lesson. A step beyond the last is replaced by the last.
    pub fn from_text(lesson: &Lesson, text: &str) -> Self {
        let mut run = Self::default();
        if text.len() <= MAX_BYTES {
            for (key, value) in text.split('&').filter_map(|pair| pair.split_once('=')) {
                let _unreadable = run.read_pair(lesson, key, value);
            }
        }
        run.step = run.step.min(lesson.steps.len().saturating_sub(1));
        run.shown = run.shown.min(lesson.steps.get(run.step).map_or(0, Step::stops));
        run
    }

    fn read_pair(&mut self, lesson: &Lesson, key: &str, value: &str) -> Option<()> {
        match key {
            "step" => self.step = value.parse().ok()?,
            "shown" => self.shown = value.parse().ok()?,
            "began" => self.began = value.parse().ok()?,
            "clock" => {
                let (before, since) =
                    value.split_once(',').map_or((value, None), |(before, since)| (before, Some(since)));
                let since = since.map(|since| since.parse().ok()).map_or(Some(None), |since| since.map(Some))?;
                self.clock = Some(Clock { before: before.parse().ok()?, since });
            }
            "screen" => self.screen = named(&SCREENS, value)?,
            "panel" => self.panel = Some(named(&PANELS, value)?),
            "size" => self.size = value.parse().ok().filter(|size| SIZES.contains(size))?,
            "input" => self.input = Some(unescape(value, MAX_KEY)?),
            "typed" => self.typed = unescape(value, MAX_TYPED.saturating_mul(4)).filter(|typed| is_short(typed))?,
            "refused" => self.refused = value == "1",
            _ => {
                let (kind, rest) = (key.get(..1)?, key.get(1..)?);
                match kind {
                    "g" => {
                        let guess =
                            |text: &str| Decimal::from_str_exact(text).ok().filter(|guess| *guess > Decimal::ZERO);
                        keep(&mut self.guesses, step(lesson, rest)?, value, MAX_GUESSES, guess);
                    }
                    "m" => {
                        let at = step(lesson, rest)?;
                        let places = lesson.steps.get(at).map_or(0, Step::places);
                        let mark = |text: &str| text.parse::<u8>().ok().filter(|mark| usize::from(*mark) < places);
                        keep(&mut self.marks, at, value, MAX_MARKS, mark);
                    }
                    "v" if self.values.len() < MAX_VALUES => {
                        let (setting, key) = rest.split_once('.')?;
                        let setting = setting.parse().ok().filter(|setting| *setting < lesson.settings.len())?;
                        let value = Decimal::from_str_exact(value).ok()?;
                        self.values.insert((setting, unescape(key, MAX_KEY)?), value);
                    }
                    _ => {}
                }
            }
        }
        Some(())
    }
}

fn is_short(typed: &str) -> bool {
    typed.chars().count() <= MAX_TYPED
}

fn step(lesson: &Lesson, text: &str) -> Option<usize> {
    text.parse().ok().filter(|step| *step < lesson.steps.len())
}

fn keep<T>(kept: &mut BTreeMap<usize, Vec<T>>, step: usize, text: &str, max: usize, read: impl Fn(&str) -> Option<T>) {
    let values: Vec<T> = text.split(',').filter_map(read).take(max).collect();
    if !values.is_empty() {
        kept.insert(step, values);
    }
}

fn named<T: Copy>(names: &[(&str, T)], name: &str) -> Option<T> {
    names.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
}

fn list<T: ToString>(values: &[T]) -> String {
    values.iter().map(T::to_string).collect::<Vec<_>>().join(",")
}

fn escape(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

fn unescape(text: &str, max: usize) -> Option<String> {
    let text = percent_decode_str(text).decode_utf8().ok()?;
    (text.len() <= max).then(|| text.into_owned())
}
