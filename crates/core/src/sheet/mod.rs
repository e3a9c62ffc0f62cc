//! A calculation as a sheet of cells: inputs, results and the what-if table, with results as formulas that refer to the
//! cells of the inputs. A [`List`] is a sheet without formulas.
//!
//! The sheet is independent of any file format. [`csv`] writes its values as text. A separate crate writes the workbook
//! with live formulas, using [`excel`], because that is large and rarely needed.
//!
//! ```
//! use abacus_core::calculator::Inputs;
//! use abacus_core::calculators::find;
//! use abacus_core::number::format::Style;
//! use abacus_core::sheet::{Request, Sheet, TableAxes, csv};
//! use abacus_core::text::Locale;
//!
//! let calculator = find("bad-debt").unwrap();
//! let sheet = Sheet::new(&Request {
//!     calculator,
//!     inputs: Inputs::defaults(calculator.spec()),
//!     style: Style::default_for(Locale::En),
//!     axes: TableAxes::of(calculator.spec()),
//!     date: "2026-11-22".to_owned(),
//!     link: "https://example.org/bad-debt/".to_owned(),
//! });
//! assert!(csv::write(&sheet).contains("Extra sales,25000"));
//! ```

pub mod csv;
pub mod excel;
mod list;
mod request;

use crate::format_in;
use std::rc::Rc;

use rust_decimal::Decimal;

pub use self::list::List;
pub use self::request::{Request, TableAxes};
use crate::calculator::field::{Field, Kind};
use crate::calculator::{Inputs, Output};
use crate::date::Date;
use crate::number::Undefined;
use crate::number::expr::Expr;
use crate::number::format::Style;
use crate::text::{Locale, Text, text};

/// One cell.
#[derive(Clone, Debug)]
pub enum Cell {
    /// The title of the sheet.
    Title(String),
    /// The heading of the rows below it.
    Heading(String),
    /// A text.
    Text(String),
    /// A number that was entered.
    Number(Decimal, Format),
    /// A day.
    Date(Date),
    /// A computed number.
    Formula(Formula),
}

/// The number format of a cell. A ratio is stored as a fraction and shown as a percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// As many decimals as there are.
    Plain,
    /// Grouped in threes, with this many decimals.
    Grouped(u32),
    /// An amount with its currency and this many decimals.
    Money(u32),
    /// A percentage with this many decimals.
    Percent(u32),
}

/// A result with its formula.
#[derive(Clone, Debug)]
pub struct Formula {
    /// The whole formula, so that it stays correct when any input is changed.
    pub formula: Rc<Expr>,
    /// The cells of the inputs, by key.
    pub inputs: Names,
    /// The cells of other results, by key. A step without a cell is computed in place.
    pub steps: Names,
    /// The declaration of the result.
    pub output: &'static Output,
    /// The current value, or why it could not be computed.
    pub value: Result<Decimal, Undefined>,
    /// The number format.
    pub format: Format,
}

/// Keys with the addresses of the cells that hold their values, such as `$B$7`.
pub type Names = Rc<[(&'static str, String)]>;

/// A sheet: rows of cells, starting with the first row and column.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The rows; a blank row has no cells.
    pub rows: Vec<Vec<Cell>>,
    /// How figures are shown.
    pub style: Style,
}

const DATE: Text = text("日期", "Date");
const LINK: Text = text("链接", "Link");
const INPUTS: Text = text("输入", "Inputs");
const RESULTS: Text = text("结果", "Results");
const NOTES: Text = text("算法说明与出处", "Method and source");
const DIGITS: Text = text(
    "表格软件用 15 位有效数字计算；网页上的数字是精确的。",
    "A spreadsheet computes with 15 digits; the figures on the page are exact.",
);

impl Sheet {
    /// The sheet of one calculation.
    pub fn new(request: &Request) -> Self {
        let mut sheet = Self { rows: Vec::new(), style: request.style };
        let inputs = sheet.head(request);
        sheet.results(request, &inputs);
        sheet.table(request, &inputs);
        sheet.notes(request);
        sheet
    }

    fn say(&self, text: Text) -> String {
        text.get(self.style.locale).to_owned()
    }

    fn text(&self, text: Text) -> Cell {
        Cell::Text(self.say(text))
    }

    /// The cell of a result. An uncertain result is replaced by the reason, because a spreadsheet's
    /// 15 digits would show wrong figures.
    fn cell(&self, formula: Formula) -> Cell {
        match formula.value {
            Ok(_) | Err(Undefined::DivisionByZero | Undefined::Meaningless) => Cell::Formula(formula),
            Err(reason) => self.text(formula.output.none(reason)),
        }
    }

    fn heading(&mut self, heading: String) {
        self.rows.extend([Vec::new(), vec![Cell::Heading(heading)]]);
    }

    /// The absolute address of a cell in the next row, for formulas anywhere.
    fn here(&self, column: usize) -> String {
        excel::address(self.rows.len(), column, true, true)
    }

    /// Writes the title and the inputs; returns the cells of the inputs.
    fn head(&mut self, request: &Request) -> Names {
        let spec = request.calculator.spec();
        self.rows.push(vec![Cell::Title(self.say(spec.title))]);
        self.rows.push(vec![self.text(spec.purpose)]);
        self.rows.push(vec![self.text(DATE), Cell::Text(request.date.clone())]);
        self.rows.push(vec![self.text(LINK), Cell::Text(request.link.clone())]);
        self.heading(self.say(INPUTS));
        let mut names = Vec::new();
        for field in spec.fields {
            let value = request.inputs.get(field.key).unwrap_or(field.default);
            names.push((field.key, self.here(1)));
            let label = self.text(spec.label(field, &request.inputs));
            self.rows.push(match field.chosen(value) {
                // A choice that only affects wording is written as text: no formula refers to it.
                Some(choice) if field.affects_wording_only => vec![label, self.text(choice.label)],
                _ => {
                    let unit = unit(field, self.style.locale);
                    vec![label, Cell::Number(value, input_format(field, value)), Cell::Text(unit)]
                }
            });
        }
        names.into()
    }

    fn results(&mut self, request: &Request, inputs: &Names) {
        self.heading(self.say(RESULTS));
        let evaluations = request.calculator.evaluate(&request.inputs);
        let first = self.rows.len();
        let cell = |place: usize| excel::address(first.saturating_add(place), 1, true, true);
        let steps: Names =
            evaluations.iter().enumerate().map(|(place, evaluation)| (evaluation.output.key, cell(place))).collect();
        for (evaluation, (key, formula)) in evaluations.iter().zip(request.calculator.formulas()) {
            let formula = match formula {
                Expr::Step(name, inner) if name == key => inner,
                formula => Rc::new(formula),
            };
            let result = self.cell(Formula {
                formula,
                inputs: inputs.clone(),
                steps: steps.clone(),
                output: evaluation.output,
                value: evaluation.value,
                format: output_format(evaluation.output, &self.style),
            });
            let unit = evaluation.output.unit.label(self.style.locale);
            let label = request.calculator.spec().label_of(evaluation.output, &request.inputs);
            self.rows.push(vec![self.text(label), result, Cell::Text(unit)]);
        }
    }

    /// Each cell contains the whole formula, with the two inputs taken from the table's headers.
    fn table(&mut self, request: &Request, inputs: &Names) {
        let spec = request.calculator.spec();
        let TableAxes { rows, columns, output } = &request.axes;
        let (Some(down), Some(across), Some(output)) = (spec.field(rows.0), spec.field(columns.0), spec.output(output))
        else {
            return;
        };
        let Some((_, formula)) = request.calculator.formulas().into_iter().find(|(key, _)| *key == output.key) else {
            return;
        };
        let formula = Rc::new(formula);
        let label = |field| self.say(spec.label(field, &request.inputs));
        self.heading(caption(&self.say(output.label), &label(down), &label(across), self.style.locale));

        let top = self.rows.len();
        let header = columns.1.iter().map(|value| Cell::Number(*value, input_format(across, *value)));
        self.rows.push(std::iter::once(Cell::Text(String::new())).chain(header).collect());
        for row in &rows.1 {
            let here = self.rows.len();
            let mut cells = vec![Cell::Number(*row, input_format(down, *row))];
            for (place, column) in columns.1.iter().enumerate() {
                let margins = [
                    (down.key, excel::address(here, 0, false, true)),
                    (across.key, excel::address(top, place.saturating_add(1), true, false)),
                ];
                let elsewhere = inputs.iter().filter(|(key, _)| margins.iter().all(|(margin, _)| margin != key));
                let varied = request.inputs.with(down.key, *row).with(across.key, *column);
                cells.push(self.cell(Formula {
                    formula: formula.clone(),
                    inputs: margins.iter().chain(elsewhere).cloned().collect(),
                    steps: Rc::new([]),
                    output,
                    value: value(request, output, &varied),
                    format: output_format(output, &self.style),
                }));
            }
            self.rows.push(cells);
        }
    }

    fn notes(&mut self, request: &Request) {
        let spec = request.calculator.spec();
        self.heading(self.say(NOTES));
        let notes = std::iter::once(spec.caveat).chain(spec.conventions.iter().copied()).chain([spec.source, DIGITS]);
        for note in notes {
            self.rows.push(vec![self.text(note)]);
        }
    }
}

fn value(request: &Request, output: &Output, inputs: &Inputs) -> Result<Decimal, Undefined> {
    let evaluations = request.calculator.evaluate(inputs);
    let evaluation = evaluations.iter().find(|evaluation| evaluation.output.key == output.key);
    evaluation.map_or(Err(Undefined::NoSuchInput), |evaluation| evaluation.value)
}

/// The unit of an input; for a choice, what its numbers mean.
fn unit(field: &Field, locale: Locale) -> String {
    let legend = field.legend(locale);
    if legend.is_empty() { field.unit.label(locale) } else { legend }
}

fn caption(output: &str, rows: &str, columns: &str, locale: Locale) -> String {
    format_in!(
        locale,
        "对照表 · {output}：行是{rows}，列是{columns}",
        "What-if table · {output}: {rows} in rows, {columns} in columns"
    )
}

/// A format with room for the current decimals and for those that may be typed.
fn input_format(field: &Field, value: Decimal) -> Format {
    let decimals = value.normalize().scale();
    match field.kind {
        Kind::Money => Format::Money(decimals.max(2)),
        Kind::Ratio => Format::Percent(decimals.saturating_sub(2).max(2)),
        Kind::Count | Kind::Whole | Kind::Choice(_) => Format::Plain,
    }
}

fn output_format(output: &Output, style: &Style) -> Format {
    let most = output.precision.max_decimals;
    match output.kind {
        Kind::Money => {
            let default_decimals = style.currency.map_or(2, |currency| currency.decimals);
            Format::Money(style.decimals.unwrap_or(default_decimals).min(most))
        }
        Kind::Ratio => Format::Percent(most),
        Kind::Count | Kind::Whole | Kind::Choice(_) => Format::Grouped(most),
    }
}
