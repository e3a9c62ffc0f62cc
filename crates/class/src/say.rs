//! Words with the figures of their step.

use abacus_core::calculator::sentence::fill;
use abacus_core::number::format::Style;

use crate::run::{Class, Run, results};
use crate::words::Words;

impl Run {
    /// Words of a step with its figures as they stand. Where a result has no value its reason stands instead, and where
    /// the calculator is not at hand the words are empty if they need it.
    pub fn say(&self, class: Class<'_>, step: usize, words: &Words, style: &Style) -> String {
        let text = words.get(style.locale);
        if !text.contains(['{', '[']) {
            return text.to_owned();
        }
        let (Some(calculator), Some(inputs)) = (class.calculator(step), self.inputs(class, step)) else {
            return String::new();
        };
        fill(text, calculator.spec(), &inputs, &results(calculator, &inputs), style).unwrap_or_else(str::to_owned)
    }
}
