//! Formula and working: each step in words, then with the user's own figures. It is a chunk, because nothing depends on
//! it; the prerendered content is shown until it loads. On a narrow phone each step is a sentence.

mod spoken;
mod words;

use abacus_core::calculator::field::{Field, Kind, Part};
use abacus_core::calculator::working::{Working as Step, workings};
use abacus_core::calculator::{Calculator, Evaluation, Inputs};
use abacus_core::number::expr::{Expr, Operator};
use abacus_core::number::format::{Style, round, short};
use abacus_core::page::Page;
use yew::prelude::*;

use crate::calculator::formula::{Notation, Reading, figure, row, sign};
use crate::calculator::parts::Parts;
use crate::calculator::result::is_long;
use crate::calculator::rounding::{before_ceil, unrounded};
use crate::calculator::words as page_words;
use crate::calculator::working::spoken::spoken;
use crate::shell::element::{classed, content, element, tag};

#[derive(Debug)]
pub struct Working {
    pub(super) steps: fn(&dyn Calculator, &Inputs) -> Vec<Step>,
    pub(super) working: fn(&Parts<'_>) -> Html,
    pub(super) in_short: fn(&Parts<'_>) -> Html,
}

pub static WORKING: Working = Working { steps: workings, working, in_short };

/// Every step towards one of the results; professional steps are folded.
fn working(parts: &Parts<'_>) -> Html {
    let lines = Lines::of(parts);
    let is_shown = |step: &&Step| parts.evaluations.iter().any(|evaluation| evaluation.output == step.output);
    let of = |part| parts.steps.iter().filter(is_shown).filter(move |step| step.part == part);
    // A widget is as wide as its host decides, and has the space that was measured for it.
    let is_told = !matches!(parts.session.page, Page::Embed(_));
    let list = |class: &'static str, title: &'static str, part| {
        let list = tag("ol").class(class).attr("tabindex", "0").attr("aria-labelledby", title);
        list.children(of(part).map(|step| step_line(&lines, step, is_told)))
    };
    let details = || {
        let title = page_words::DETAIL_WORKING.get(parts.locale());
        let title = tag("h3").class("working__more").attr("id", "details-title").text(title);
        Html::from_iter([Html::from(title), list("working working--details", "details-title", Part::Detail).into()])
    };
    let has_details = parts.details && of(Part::Detail).next().is_some();
    let slide = list("working", "working-title", Part::Slide);
    let switch = || {
        let switch = tag("label").class("working__switch").child(tag("input").attr("type", "checkbox"));
        switch.text(page_words::FORMULAS.get(parts.locale()))
    };
    // A single element, which a prerendered page can hand over.
    tag("div").maybe(is_told.then(switch)).child(slide).child(has_details.then(details).unwrap_or_default()).into()
}

fn step_line(lines: &Lines<'_>, step: &Step, is_told: bool) -> Html {
    let label = lines.calculator.spec().label_of(step.output, lines.inputs);
    tag("li")
        .key(step.output.key)
        .class("working__step")
        .child(tag("p").class("working__name").untranslated().text(label.get(lines.style.locale)))
        .maybe(is_told.then(|| spoken(lines, step)))
        .maybe((!divides_by_nothing(&step.formula)).then(|| lines.in_words(step)))
        // Separate elements, so that on a phone a long result wraps instead of overflowing the screen.
        .child(tag("div").class("working__figures").untranslated().child(lines.in_figures(step)))
        .child(lines.notes(step))
        .into()
}

/// The context for rendering the lines of a working, on the page and on paper.
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
        let formula = self.notation(Reading::Words).render(below_name(below_ceil(&step.formula).0));
        let math = tag("math").class("working__formula").attr("displaystyle", "true");
        math.child(row([sign("="), formula])).into()
    }

    /// Whether the result has a value. A division by zero is not written out.
    pub(super) fn is_defined(&self, step: &Step) -> bool {
        let of = |evaluation: &&Evaluation| evaluation.output.key == step.output.key;
        self.evaluations.iter().find(of).is_none_or(|evaluation| evaluation.value.is_ok())
    }

    /// The formula with the current figures, and its result.
    pub(super) fn in_figures(&self, step: &Step) -> Html {
        if !self.is_defined(step) {
            return line(row(self.result(step, false)));
        }
        let figures = self.notation(Reading::Figures(self.evaluations));
        let formula = line(row([sign("="), figures.render(below_name(below_ceil(&step.formula).0))]));
        html! { <>{ formula }{ self.outcome(step) }</> }
    }

    /// The formula in pieces that can wrap: each addend, or each factor. Browsers do not wrap formulas.
    pub(super) fn pieces(&self, step: &Step, is_in_words: bool) -> Html {
        let reading = match (is_in_words, self.is_defined(step)) {
            (true, _) => Reading::Words,
            (false, true) => Reading::Figures(self.evaluations),
            (false, false) => return Html::default(),
        };
        let notation = self.notation(reading);
        let pieces = notation.pieces(below_name(below_ceil(&step.formula).0));
        html! { { for pieces.into_iter().map(|[before, piece]| line(row([before, piece]))) } }
    }

    pub(super) fn outcome(&self, step: &Step) -> Html {
        let before = unrounded(&step.formula, self.inputs);
        Html::from_iter([
            before.map(|value| line(row([sign("="), figure(before_ceil(value))]))).unwrap_or_default(),
            line(row(self.result(step, before.is_some()))),
        ])
    }

    /// Rounding up at the end is shown by an arrow and a word, the number of a choice by its meaning.
    pub(super) fn notes(&self, step: &Step) -> Html {
        let rounded = below_ceil(&step.formula).1.then(|| self.rounded_up());
        Html::from_iter([rounded.unwrap_or_default(), self.choices(step).unwrap_or_default()])
    }

    pub(super) fn rounded_up(&self) -> Html {
        classed("p", "working__note working__rounded", content(page_words::ROUNDED_UP.get(self.style.locale)))
    }

    /// The meaning of a choice's number in the formula.
    pub(super) fn choices(&self, step: &Step) -> Option<Html> {
        let (spec, locale) = (self.calculator.spec(), self.style.locale);
        let is_chosen = |field: &&Field| matches!(field.kind, Kind::Choice(_)) && stands_in(&step.formula, field.key);
        let field = spec.fields.iter().find(is_chosen)?;
        Some(note(page_words::named(field.label, &field.legend(locale), locale).into()))
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

/// The formula inside a final rounding up, and whether there is one.
pub(super) fn below_ceil(formula: &Expr) -> (&Expr, bool) {
    match formula {
        Expr::Ceil(inner) => (inner, true),
        formula => (formula, false),
    }
}

/// The formula behind a result that only renames another.
pub(super) fn below_name(mut formula: &Expr) -> &Expr {
    while let Expr::Step(_, named) = formula {
        formula = named;
    }
    formula
}

/// The one-line summary: the headline with the user's own figures. A truncated figure would read as another one, so it
/// is abbreviated or left out.
fn in_short(parts: &Parts<'_>) -> Html {
    let Some(headline) = parts.evaluations.first() else { return Html::default() };
    let Some(step) = parts.steps.iter().find(|step| step.output == headline.output) else { return Html::default() };
    let lines = Lines::of(parts);
    let formula = below_name(below_ceil(&step.formula).0);
    let Ok(value) = headline.value else { return Html::default() };
    let in_brief = short(value, lines.style.locale).filter(|_| is_long(headline, &lines.style));
    let result = match in_brief.map(|short| short.to_string()) {
        Some(short) if short.chars().count() > 20 => return Html::default(),
        Some(short) => figure(short),
        None => row(lines.result(step, unrounded(&step.formula, parts.form.inputs()).is_some())),
    };
    let math = |formula: Html| tag("span").child(element("math", formula));
    tag("span")
        .class("tool__in-short")
        .untranslated()
        .child(math(lines.notation(Reading::Figures(&parts.evaluations)).render(formula)))
        .child(math(result))
        .into()
}

fn line(formula: Html) -> Html {
    tag("math").attr("displaystyle", "true").child(formula).into()
}

fn note(text: AttrValue) -> Html {
    classed("p", "working__note", content(text))
}

/// Whether a formula without its optional steps is a division by zero, whatever the inputs are.
fn divides_by_nothing(formula: &Expr) -> bool {
    let is_zero = |expr: &Expr| matches!(expr, Expr::Constant(value, _) if value.is_zero());
    match formula {
        Expr::Binary(Operator::Divide, _, divisor) if is_zero(divisor) => true,
        other => other.parts().any(divides_by_nothing),
    }
}

/// Whether an input occurs in the formula of this line. Named steps have lines of their own.
pub(super) fn stands_in(formula: &Expr, key: &str) -> bool {
    match formula {
        Expr::Input(input) => *input == key,
        Expr::Step(..) => false,
        other => other.parts().any(|part| stands_in(part, key)),
    }
}
