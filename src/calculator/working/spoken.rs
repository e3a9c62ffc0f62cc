//! A step of the working as a sentence with its figures, for a phone that is too narrow for fractions.

use abacus_core::calculator::field::Kind;
use abacus_core::calculator::working::Working as Step;
use abacus_core::number::expr::{Expr, Operator};
use abacus_core::number::format::{number, round};
use yew::prelude::*;

use crate::calculator::events::TERM;
use crate::calculator::formula::FIGURES;
use crate::calculator::rounding::{before_ceil, unrounded};
use crate::calculator::working::{Lines, below_ceil, below_name, words};
use crate::shell::element::{classed, content, tag};

/// The outermost operations as words, the inner ones as signs, then the result.
pub(super) fn spoken(lines: &Lines<'_>, step: &Step) -> Html {
    let spoken = SpokenFormula(lines);
    let formula = lines.is_defined(step).then(|| spoken.in_words(below_name(below_ceil(&step.formula).0)));
    tag("p").class("working__said").untranslated().maybe(formula).child(spoken.end(step)).into()
}

struct SpokenFormula<'a>(&'a Lines<'a>);

impl SpokenFormula<'_> {
    /// A chain of additions, or of multiplications, from left to right.
    fn in_words(&self, formula: &Expr) -> Html {
        let Expr::Binary(outer, ..) = formula else { return self.in_signs(formula) };
        let (mut rest, mut parts) = (formula, Vec::new());
        while let Expr::Binary(operator, left, right) = rest
            && binds(*operator) == binds(*outer)
        {
            parts.push(self.operand(*operator, right, true));
            let word = words::between(*operator).get(self.0.style.locale);
            // After a Chinese word, a name follows directly, a number after a space.
            let is_number = matches!(**right, Expr::Constant(..)) && !word.ends_with(' ');
            parts.push(content(if is_number { format!("{word} ") } else { word.to_owned() }));
            rest = left;
        }
        parts.push(self.operand(*outer, rest, false));
        parts.into_iter().rev().collect()
    }

    fn in_signs(&self, formula: &Expr) -> Html {
        let locale = self.0.style.locale;
        match formula {
            Expr::Input(key) => self.input(key),
            Expr::Constant(value, _) => content(number(*value, FIGURES)),
            Expr::Step(key, _) => self.result(key),
            Expr::Ceil(inner) => self.in_signs(inner),
            Expr::Geometric(ratio, terms) => {
                let [before, between, after] = words::SERIES.map(|text| content(text.get(locale)));
                Html::from_iter([before, self.in_signs(ratio), between, self.in_signs(terms), after])
            }
            Expr::Binary(operator, left, right) => {
                let sign = match operator {
                    Operator::Add => " + ",
                    Operator::Subtract => " − ",
                    Operator::Multiply => " × ",
                    Operator::Divide => " ÷ ",
                    Operator::Power => " ^ ",
                };
                Html::from_iter([
                    self.operand(*operator, left, false),
                    content(sign),
                    self.operand(*operator, right, true),
                ])
            }
        }
    }

    /// An operand, in brackets if it would otherwise be ambiguous.
    fn operand(&self, outer: Operator, operand: &Expr, is_right: bool) -> Html {
        let is_bare = match operand {
            Expr::Binary(inner, ..) if is_right => {
                binds(*inner) > binds(outer) || matches!((outer, inner), (Operator::Multiply, Operator::Multiply))
            }
            Expr::Binary(inner, ..) => outer != Operator::Power && binds(*inner) >= binds(outer),
            _ => true,
        };
        let inner = self.in_signs(operand);
        if is_bare { inner } else { Html::from_iter([content("("), inner, content(")")]) }
    }

    fn input(&self, key: &'static str) -> Html {
        let Lines { calculator, style, inputs, active, .. } = self.0;
        let Some(field) = calculator.spec().field(key) else { return Html::default() };
        let label = calculator.spec().label(field, inputs).get(style.locale);
        let figure = field.quote(inputs.get(key).unwrap_or(field.default));
        let class = if *active == Some(key) { "term term--active" } else { "term" };
        let term = tag("span").class(class).attr(TERM, key);
        term.child(self.labelled(label, field.kind, figure)).into()
    }

    /// The result of an earlier line.
    fn result(&self, key: &str) -> Html {
        let Lines { calculator, style, evaluations, .. } = self.0;
        let Some(output) = calculator.spec().output(key) else { return Html::default() };
        let value = evaluations.iter().find(|evaluation| evaluation.output.key == key);
        let figure = match value.and_then(|evaluation| evaluation.value.ok()) {
            Some(value) => output.figure_to(value, FIGURES, style),
            None => "?".to_owned(),
        };
        self.labelled(output.label.get(style.locale), output.kind, figure)
    }

    /// A name and its figure, kept together at a line break.
    fn labelled(&self, label: &'static str, kind: Kind, figure: String) -> Html {
        let sign = if kind == Kind::Money { self.0.style.sign() } else { "" };
        let figure = match figure.strip_prefix('-') {
            Some(amount) => format!("-{sign}{amount}"),
            None => format!("{sign}{figure}"),
        };
        Html::from_iter([content(label), content("\u{a0}"), classed("span", "working__figure", content(figure))])
    }

    fn end(&self, step: &Step) -> Html {
        let Lines { evaluations, style, inputs, .. } = self.0;
        let evaluation = evaluations.iter().find(|evaluation| evaluation.output.key == step.output.key);
        let end = match evaluation.map(|evaluation| evaluation.value) {
            Some(Ok(value)) => {
                let before = unrounded(&step.formula, inputs).map(before_ceil);
                let is_exact = round(value, step.output.places()) == value.normalize();
                words::comes_to(&step.output.quote(value, style), before.as_deref(), is_exact, style.locale)
            }
            Some(Err(reason)) => words::comes_to_nothing(step.output.none(reason).get(style.locale), style.locale),
            None => String::new(),
        };
        classed("strong", "working__end", content(end))
    }
}

/// The precedence of an operation.
const fn binds(operator: Operator) -> u8 {
    match operator {
        Operator::Add | Operator::Subtract => 0,
        Operator::Multiply | Operator::Divide => 1,
        Operator::Power => 2,
    }
}
