//! Text with the figures of its step.

use abacus_core::calculator::sentence::fill;
use abacus_core::number::format::Style;

use crate::run::{LessonContext, Run, results};
use crate::words::Words;

impl Run {
    /// Text of a step with its current figures. A result without a value is replaced by the reason. If the text needs a
    /// calculator that is not loaded, it is empty.
    pub fn fill(&self, class: LessonContext<'_>, step: usize, words: &Words, style: &Style) -> String {
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
