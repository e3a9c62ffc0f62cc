//! Formula and working: each step in words, then in the user's own figures.

use abacus_core::Decimal;
use abacus_core::calculator::field::{Field, Kind, Part};
use abacus_core::calculator::working::Working as Step;
use abacus_core::calculator::{Calculator, Evaluation, Inputs};
use abacus_core::number::expr::Expr;
use abacus_core::number::format::{Precision, Style, number, round};
use yew::prelude::*;

use crate::calculator::formula::{Notation, Reading, figure, row, sign};
use crate::calculator::parts::Parts;
use crate::calculator::words;
use crate::shell::element::{classed, content, element};

/// A figure before it is rounded up. Hidden decimals are indicated, otherwise ⌈30⌉ would seem to be 31.
pub(super) fn before_ceil(value: Decimal) -> String {
    if value.normalize().scale() <= 4 {
        number(value, Precision::up_to(4))
    } else {
        format!("{}…", number(value.trunc_with_scale(4), Precision::fixed(4)))
    }
}

/// Every step towards one of the results; professional steps are folded.
pub(super) fn working(parts: &Parts<'_>) -> Html {
    let lines = Lines::of(parts);
    let is_shown = |step: &&Step| parts.evaluations.iter().any(|evaluation| evaluation.output == step.output);
    let of = |part| parts.steps.iter().filter(is_shown).filter(move |step| step.part == part);
    html! {
        <>
            <ol class="working" tabindex="0" aria-labelledby="working-title">
                { for of(Part::Slide).map(|step| step_line(&lines, step)) }
            </ol>
            if of(Part::Detail).next().is_some() && parts.details {
                <h3 class="working__more" id="details-title">{ words::DETAIL_WORKING.get(parts.locale()) }</h3>
                <ol class="working working--details" tabindex="0" aria-labelledby="details-title">
                    { for of(Part::Detail).map(|step| step_line(&lines, step)) }
                </ol>
            }
        </>
    }
}

fn step_line(lines: &Lines<'_>, step: &Step) -> Html {
    html! {
        <li class="working__step" key={step.output.key}>
            { classed("p", "working__name", content(step.output.label.get(lines.style.locale))) }
            { lines.in_words(step) }
            // Separate, so that on a phone a long result wraps to the next line instead of leaving the screen.
            <div class="working__figures" translate="no">{ lines.in_figures(step) }</div>
            { lines.notes(step) }
        </li>
    }
}

/// What the lines of a working are written with, on the page and on paper.
pub(super) struct Lines<'a> {
    pub(super) calculator: &'static dyn Calculator,
    pub(super) style: Style,
    pub(super) inputs: &'a Inputs,
    pub(super) evaluations: &'a [Evaluation],
    /// The input to highlight.
    pub(super) active: Option<&'static str>,
}

impl<'a> Lines<'a> {
    fn of(parts: &'a Parts<'_>) -> Self {
        Self {
            calculator: parts.calculator,
            style: parts.style(),
            inputs: parts.form.inputs(),
            evaluations: &parts.evaluations,
            active: parts.active,
        }
    }

    fn notation(&self, reading: Reading<'a>) -> Notation<'a> {
        Notation { calculator: self.calculator, style: self.style, inputs: self.inputs, reading, active: self.active }
    }

    /// The formula with the names of its quantities.
    pub(super) fn in_words(&self, step: &Step) -> Html {
        html! {
            <math class="working__formula" displaystyle="true">
                { row([sign("="), self.notation(Reading::Words).render(below_name(below_ceil(&step.formula).0))]) }
            </math>
        }
    }

    /// The formula with the current figures, and what it comes to.
    pub(super) fn in_figures(&self, step: &Step) -> Html {
        let figures = self.notation(Reading::Figures(self.evaluations));
        let formula = line(row([sign("="), figures.render(below_name(below_ceil(&step.formula).0))]));
        html! { <>{ formula }{ self.outcome(step) }</> }
    }

    /// The formula in pieces that may stand on several lines: each addend, or each factor. The browser breaks no formula.
    pub(super) fn pieces(&self, step: &Step, is_in_words: bool) -> Html {
        let reading = if is_in_words { Reading::Words } else { Reading::Figures(self.evaluations) };
        let notation = self.notation(reading);
        let pieces = notation.pieces(below_name(below_ceil(&step.formula).0));
        html! { { for pieces.into_iter().map(|[before, piece]| line(row([before, piece]))) } }
    }

    /// What it comes to.
    pub(super) fn outcome(&self, step: &Step) -> Html {
        let before = unrounded(step, self.inputs);
        html! {
            <>
                { before.map(|value| line(row([sign("="), figure(before_ceil(value))]))) }
                { line(row(self.result(step, before.is_some()))) }
            </>
        }
    }

    /// What is rounded up at the end is told by an arrow and a word, the number of a choice by its meaning.
    pub(super) fn notes(&self, step: &Step) -> Html {
        let is_ceil = below_ceil(&step.formula).1;
        html! {
            <>
                if is_ceil { { classed("p", "working__note", content(words::ROUNDED_UP.get(self.style.locale))) } }
                { for self.choices(step) }
            </>
        }
    }

    /// The meaning of a choice's number in the formula.
    fn choices(&self, step: &Step) -> Option<Html> {
        let (spec, locale) = (self.calculator.spec(), self.style.locale);
        let is_chosen = |field: &&Field| matches!(field.kind, Kind::Choice(_)) && stands_in(&step.formula, field.key);
        let field = spec.fields.iter().find(is_chosen)?;
        let note = words::named(field.label, &field.legend(locale), locale);
        Some(html! { <p class="working__note">{ note }</p> })
    }

    /// The sign before a result, and the result.
    fn result(&self, step: &Step, is_rounded_up: bool) -> [Html; 2] {
        let evaluation = self.evaluations.iter().find(|evaluation| evaluation.output.key == step.output.key);
        match evaluation.map(|evaluation| evaluation.value) {
            Some(Ok(value)) => {
                let is_whole = round(value, step.output.places()) == value.normalize();
                let quoted = step.output.quote(value, &self.style);
                let equals = if is_whole { "=" } else { "≈" };
                [sign(if is_rounded_up { "→" } else { equals }), classed("mn", "working__result", content(quoted))]
            }
            Some(Err(reason)) => {
                [sign("="), element("mtext", content(step.output.none(reason).get(self.style.locale)))]
            }
            None => [Html::default(), Html::default()],
        }
    }
}

/// What is rounded up at the end, and whether anything is.
fn below_ceil(formula: &Expr) -> (&Expr, bool) {
    match formula {
        Expr::Ceil(inner) => (inner, true),
        formula => (formula, false),
    }
}

/// The formula of a result that is another under a name of its own.
fn below_name(mut formula: &Expr) -> &Expr {
    while let Expr::Step(_, named) = formula {
        formula = named;
    }
    formula
}

/// The working in a line: the headline in the user's own figures.
pub(super) fn in_short(parts: &Parts<'_>) -> Html {
    let headline = parts.evaluations.first().map(|evaluation| evaluation.output);
    let Some(step) = parts.steps.iter().find(|step| Some(step.output) == headline) else { return Html::default() };
    let lines = Lines::of(parts);
    let formula = below_name(below_ceil(&step.formula).0);
    let [equals, result] = lines.result(step, unrounded(step, parts.form.inputs()).is_some());
    html! {
        <span class="tool__in-short" translate="no">
            <span><math>{ lines.notation(Reading::Figures(&parts.evaluations)).render(formula) }</math></span>
            <span><math>{ row([equals, result]) }</math></span>
        </span>
    }
}

fn line(formula: Html) -> Html {
    html! { <math displaystyle="true">{ formula }</math> }
}

/// Whether an input stands in the formula of this line. Named steps have lines of their own.
pub(super) fn stands_in(formula: &Expr, key: &str) -> bool {
    match formula {
        Expr::Input(input) => *input == key,
        Expr::Step(..) => false,
        other => other.parts().any(|part| stands_in(part, key)),
    }
}

/// The figure that a result was rounded up from; none if it was whole already, or is not certain.
pub(super) fn unrounded(step: &Step, inputs: &Inputs) -> Option<Decimal> {
    let Expr::Ceil(inner) = &step.formula else { return None };
    let value = inner.evaluate(&|key| inputs.get(key)).certain_to(12).ok()?;
    (!value.fract().is_zero()).then_some(value)
}
