use std::collections::BTreeMap;
use std::ops::Range;

use abacus_core::calculator::field::{Field, Slider};
use abacus_core::calculator::{Calculator, Evaluation, Inputs, Output, share};
use rust_decimal::Decimal;

use crate::clock::Clock;
use crate::guess::Guesses;
use crate::lesson::{Kind, Lesson, Step};
use crate::move_stops;

/// A lesson and the source of its calculators, as an app may have loaded only some of them.
#[derive(Clone, Copy)]
pub struct LessonContext<'a> {
    /// The lesson.
    pub lesson: &'a Lesson,
    /// The calculator with this public name, if it is loaded.
    pub find: &'a dyn Fn(&str) -> Option<&'static dyn Calculator>,
}

impl<'a> LessonContext<'a> {
    /// A step, by its index.
    pub fn step(self, step: usize) -> Option<&'a Step> {
        self.lesson.steps.get(step)
    }

    /// The calculator of a step.
    pub fn calculator(self, step: usize) -> Option<&'static dyn Calculator> {
        (self.find)(&self.lesson.setting(self.step(step)?)?.calculator)
    }

    /// The calculator of a step, with the lesson's values for it.
    pub(crate) fn begins(self, step: usize) -> Option<(&'static dyn Calculator, Inputs)> {
        let setting = self.lesson.setting(self.step(step)?)?;
        let calculator = (self.find)(&setting.calculator)?;
        Some((calculator, share::decode(calculator.spec(), &setting.values).inputs))
    }

    /// The slider of an input in a step: the calculator's, widened to contain the lesson's start value and the end of
    /// its move.
    pub fn slider(self, step: usize, field: &Field) -> Slider {
        let begin = self.begins(step).and_then(|(_, inputs)| inputs.get(field.key));
        let end = match self.step(step).map(|step| &step.kind) {
            Some(Kind::Move { input, to, .. }) if input == field.key => Some(*to),
            _ => None,
        };
        let slider = [begin, end].into_iter().flatten().fold(field.slider, Slider::holding);
        Slider { high: slider.high.min(field.high), ..slider }
    }

    /// The result that a step asks for, reveals, shows or computes along a move.
    pub fn output(self, step: usize) -> Option<&'static Output> {
        let (Kind::Ask { result: key, .. }
        | Kind::Result { result: key }
        | Kind::Reveal { line: key }
        | Kind::Move { result: key, .. }) = &self.step(step)?.kind
        else {
            return None;
        };
        let (calculator, inputs) = self.begins(step)?;
        let extra_outputs = || calculator.extra_outputs(&inputs).into_iter().map(|evaluation| evaluation.output);
        calculator.spec().output(key).or_else(|| extra_outputs().find(|output| output.key == *key))
    }
}

/// A lesson being taught.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    /// The step, from 0.
    pub step: usize,
    /// How much of the step is revealed.
    pub shown: usize,
    /// The guesses, by the step that asked.
    pub guesses: BTreeMap<usize, Guesses>,
    /// The guess that is being typed.
    pub typed: String,
    /// Whether the typed text could not be parsed.
    pub refused: bool,
    /// Hands and marks, by step: the indices of the options or cells, in the order of counting.
    pub marks: BTreeMap<usize, Vec<u8>>,
    /// Values set by hand, by setting and input.
    pub values: BTreeMap<(usize, String), Decimal>,
    /// The input selected in this step.
    pub input: Option<String>,
    /// The clock of the step, if it was started.
    pub clock: Option<Clock>,
    /// When the lesson began, in milliseconds of wall-clock time, so that it survives a reload.
    pub began: u64,
    /// Whether the screen is lit.
    pub screen: Screen,
    /// By how many steps the text is larger than usual.
    pub size: i8,
    /// The panel over the step.
    pub panel: Option<Panel>,
}

/// The state of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// It shows the step.
    #[default]
    Lit,
    /// It is black.
    Black,
    /// It is white.
    White,
}

/// A panel over the step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The guesses, or the hands and marks of a step that counts those.
    Guesses,
    /// The QR code.
    Qr,
    /// The keys.
    Keys,
    /// The question whether to leave.
    Leave,
}

impl Run {
    /// The lesson at its first step.
    pub fn begin(lesson: &Lesson, now: u64) -> Self {
        let mut run = Self { began: now, ..Self::default() };
        run.enter(lesson, 0, now);
        run
    }

    /// Goes to the start of a step.
    pub(crate) fn enter(&mut self, lesson: &Lesson, step: usize, now: u64) {
        self.step = step;
        self.shown = 0;
        self.input = None;
        self.close();
        let runs = matches!(lesson.steps.get(step), Some(Step { kind: Kind::Clock { .. } | Kind::Tally { .. }, .. }));
        self.clock = runs.then_some(Clock { before: 0, since: Some(now) });
    }

    /// Closes the panel over the step.
    pub(crate) fn close(&mut self) {
        self.panel = None;
        self.typed.clear();
        self.refused = false;
    }

    /// The current inputs of a step: the lesson's values, values set by hand, and the stop of a move. A value set by
    /// hand applies until the next stop.
    pub fn inputs(&self, class: LessonContext<'_>, step: usize) -> Option<Inputs> {
        let (calculator, mut inputs) = class.begins(step)?;
        let step_at = class.step(step)?;
        let by_hand = |key: &str| self.values.get(&(step_at.setting, key.to_owned())).copied();
        for field in calculator.spec().fields {
            let stop = match &step_at.kind {
                Kind::Move { input, to, .. } if input == field.key && step == self.step => {
                    inputs.get(field.key).map(|from| move_stops::stop(field, from, *to, self.shown))
                }
                _ => None,
            };
            if let Some(value) = by_hand(field.key).or(stop) {
                // Values set by hand were checked when set; tests check the lessons' own.
                let _refused = inputs.set(field, value);
            }
        }
        Some(inputs)
    }

    /// The results of a step for its current inputs, including the figures beside them.
    pub fn results(&self, class: LessonContext<'_>, step: usize) -> Option<Vec<Evaluation>> {
        let inputs = self.inputs(class, step)?;
        Some(results(class.calculator(step)?, &inputs))
    }

    /// The guesses that belong to a step.
    pub fn guessed(&self, lesson: &Lesson, step: usize) -> &[Decimal] {
        lesson.asked(step).and_then(|asked| self.guesses.get(&asked)).map_or(&[], Vec::as_slice)
    }

    /// The number of hands or marks of an option or a cell of a step.
    pub fn count(&self, step: usize, place: usize) -> usize {
        let marks = self.marks.get(&step).map_or(&[][..], Vec::as_slice);
        marks.iter().filter(|mark| usize::from(**mark) == place).count()
    }

    /// The share of some options or cells among others, in the hands or marks of a step, in whole percents; none if
    /// those have no hands or marks.
    pub fn percent(&self, step: usize, places: Range<usize>, among: Range<usize>) -> Option<usize> {
        let sum = |places: Range<usize>| places.map(|place| self.count(step, place)).fold(0, usize::saturating_add);
        let all = sum(among);
        sum(places).saturating_mul(100).saturating_add(all / 2).checked_div(all)
    }

    /// The time left on a step's clock, in milliseconds; all of it if the clock was not started.
    pub fn remaining(&self, step: &Step, now: u64) -> u64 {
        time(step).saturating_sub(self.clock.map_or(0, |clock| clock.elapsed(now)))
    }

    /// How many ticks have passed, one every `every` seconds.
    pub fn ticks(&self, step: &Step, every: u32, now: u64) -> u64 {
        let elapsed = self.clock.map_or(0, |clock| clock.elapsed(now)).min(time(step));
        elapsed.checked_div(u64::from(every).saturating_mul(1_000)).unwrap_or(0)
    }
}

/// Every result, and the figures beside them.
pub(crate) fn results(calculator: &dyn Calculator, inputs: &Inputs) -> Vec<Evaluation> {
    let mut results = calculator.evaluate(inputs);
    results.append(&mut calculator.extra_outputs(inputs));
    results
}

/// A step's planned time in milliseconds.
pub(crate) fn time(step: &Step) -> u64 {
    u64::from(step.seconds).saturating_mul(1_000)
}
