//! Printing: the page, and practice sheets.

use crate::support;

use std::rc::Rc;

use abacus_core::calculator::field::Part;
use abacus_core::calculator::sensitivity::Plan;
use abacus_core::calculator::{Calculator, Evaluation, Inputs};
use abacus_core::calculators::{CATALOG, find};
use abacus_core::number::format::Style;
use abacus_core::page::Page;
use abacus_core::text::Locale;
use sales_abacus::calculator::form::Form;
use sales_abacus::calculator::paper::{Paper, exercise};
use sales_abacus::shell::ports::Ports;
use sales_abacus::shell::session::Session;
use sales_abacus::shell::theme::Theme;
use support::{FixedHost, MemoryStore, NoInbox, NoOutbox, render, rendered_once};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
struct SheetProps {
    session: Session,
    calculator: &'static dyn Calculator,
    fragment: String,
    paper: Paper,
}

#[component]
fn Sheet(props: &SheetProps) -> Html {
    let SheetProps { session, calculator, fragment, paper } = props;
    exercise(session, *calculator, &Form::open(*calculator, fragment, None), *paper)
}

fn session(calculator: &dyn Calculator, locale: Locale) -> Session {
    let ports = Ports {
        store: Rc::new(MemoryStore::default()),
        host: Rc::new(FixedHost::at("")),
        outbox: Rc::new(NoOutbox),
        inbox: Rc::new(NoInbox),
    };
    Session {
        page: Page::from_path(&format!("{}/", calculator.spec().id)).expect("a page"),
        locale,
        ports,
        style: Style::default_for(locale),
        theme: Theme::default(),
        set_style: Callback::noop(),
        set_locale: Callback::noop(),
        set_theme: Callback::noop(),
        base: None,
        lang_in_links: false,
    }
}

fn sheet(calculator: &'static dyn Calculator, locale: Locale, fragment: &str, paper: Paper) -> String {
    let (session, fragment) = (session(calculator, locale), fragment.to_owned());
    rendered_once::<Sheet>(SheetProps { session, calculator, fragment, paper })
}

/// The numbers in the text of some markup, with their separators, signs and percent signs.
fn numbers(html: &str) -> Vec<String> {
    let mut text = String::new();
    for (at, part) in html.split('<').enumerate() {
        text.push(' ');
        text.push_str(if at == 0 { part } else { part.split_once('>').map_or("", |(_, text)| text) });
    }
    let is_part = |character: char| character.is_ascii_digit() || matches!(character, '.' | ',' | '%' | '-');
    let words = text.split(|character: char| !is_part(character)).map(|word| word.trim_matches(['.', ',', '-']));
    words.filter(|word| word.contains(|character: char| character.is_ascii_digit())).map(str::to_owned).collect()
}

#[test]
fn a_practice_sheet_contains_no_result() {
    for (calculator, fragment) in cases() {
        for locale in Locale::ALL {
            let (spec, style) = (calculator.spec(), Style::default_for(locale));
            let practice = sheet(calculator, locale, fragment, Paper::Practice);
            let (_, given) = practice.split_once("print-inputs__list").expect("inputs");
            let (given, asked) = given.split_once("exercise__steps").expect("steps");
            let form = Form::open(calculator, fragment, None);
            // A given value may happen to equal a result, as may a table header and a constant of the formula.
            let plan = Plan::declared(calculator);
            let heads = [&plan.rows, &plan.columns];
            let heads = heads.into_iter().flat_map(|side| side.values.iter().map(|value| side.field.quote(*value)));
            let given: Vec<String> = numbers(given).into_iter().chain(heads).collect();
            let on_sheet = numbers(asked);
            for Evaluation { output, value } in form.evaluations() {
                let is_asked = output.part == Part::Slide || form.uses_details();
                let Some(value) = value.ok().filter(|_| is_asked) else { continue };
                let figure = output.figure(value, &style);
                let is_given = given.contains(&figure);
                assert!(is_given || !on_sheet.contains(&figure), "{} {fragment}: {} {figure}", spec.id, output.key);
            }
        }
    }
}

/// Every calculator with its example, and some with professional steps.
fn cases() -> Vec<(&'static dyn Calculator, &'static str)> {
    let more = [
        ("clv", "acquisition=100.25&discount=0.1&margin=0.3&retention=0.9"),
        ("bad-debt", "deductible=50&insured=0.9&loss=1000&margin=0.04&premium=20"),
        ("receivables", "invoice=36500&days=912.5&margin=0.04&rate=0.12"),
    ];
    let more = more.into_iter().map(|(id, fragment)| (find(id).expect("a calculator"), fragment));
    CATALOG.iter().map(|calculator| (*calculator, "")).chain(more).collect()
}

#[test]
fn an_answer_sheet_fills_in_every_blank_of_the_practice_sheet() {
    for (calculator, fragment) in cases() {
        for locale in Locale::ALL {
            let id = calculator.spec().id;
            let [practice, answers] =
                [Paper::Practice, Paper::Answers].map(|paper| sheet(calculator, locale, fragment, paper));
            let blanks = |html: &str| html.matches("exercise__blank").count();
            assert_eq!(blanks(&practice), blanks(&answers), "{id}");
            assert_eq!(practice.matches("exercise__step\"").count(), answers.matches("exercise__step\"").count());
            let is_empty = |after: &&str| {
                let content = after.split_once('>').map_or("", |(_, content)| content);
                content.trim_start_matches("<!--<->-->").starts_with("</")
            };
            let empty = |html: &str| html.split("exercise__blank").skip(1).filter(is_empty).count();
            assert_eq!(empty(&practice), blanks(&practice), "{id}: nothing is filled in");
            assert_eq!(empty(&answers), 0, "{id}: everything is filled in");

            let form = Form::open(calculator, fragment, None);
            let style = Style::default_for(locale);
            let shown = |evaluation: &&Evaluation| evaluation.output.part == Part::Slide || form.uses_details();
            for evaluation in form.evaluations().iter().filter(shown) {
                let output = evaluation.output;
                let text = evaluation.value.map_or_else(
                    |reason| output.none(reason).get(locale).to_owned(),
                    |value| output.quote(value, &style),
                );
                assert!(answers.contains(&text), "{id} {fragment}: {} {text}", output.key);
            }
            for html in [&practice, &answers] {
                assert!(html.contains("<math") && html.contains("<table") && html.contains("qr__code"), "{id}");
                assert!(html.contains(calculator.spec().title.get(locale)), "{id}");
            }
        }
    }
}

#[test]
fn every_third_diagonal_from_the_current_case_is_blank() {
    let bad_debt = find("bad-debt").expect("a calculator");
    // 500 at 2%: the first cell of nine rows and five columns, and 25,000 occurs three more times, at 750, 1,000 and
    // 1,500.
    let practice = sheet(bad_debt, Locale::En, "", Paper::Practice);
    let (_, table) = practice.split_once("<tbody").expect("a table");
    let rows: Vec<Vec<bool>> = table
        .split("<tr")
        .skip(1)
        .map(|row| row.split("<td").skip(1).map(|cell| cell.starts_with(" class=\"exercise__blank\"")).collect())
        .collect();
    assert_eq!(rows.len(), 9);
    for (row, cells) in rows.iter().enumerate() {
        for (column, is_blank) in cells.iter().enumerate() {
            let is_again = matches!((row, column), (3, 1) | (6, 2) | (7, 4));
            assert!(*is_blank || (row + column) % 3 != 0, "{row} {column}");
            assert!(!*is_blank || (row + column) % 3 == 0 || is_again, "{row} {column}");
        }
    }
}

#[test]
fn the_page_has_no_sheet_until_requested() {
    let bad_debt = find("bad-debt").expect("a calculator");
    assert!(!sheet(bad_debt, Locale::En, "", Paper::Page).contains("exercise"));
    let page = render(Page::from_path("bad-debt/").expect("a page"), Locale::En, "", MemoryStore::default());
    assert!(!page.contains("exercise"));
    assert!(page.contains("Print practice sheet") && page.contains("Print answer sheet"));
}

#[test]
fn a_professional_input_is_printed_once_it_is_used() {
    for calculator in CATALOG {
        let spec = calculator.spec();
        let page = |fragment: &str| {
            let html = render(
                Page::from_path(&format!("{}/", spec.id)).expect("a page"),
                Locale::En,
                fragment,
                MemoryStore::default(),
            );
            let (_, list) = html.split_once("print-inputs__list").expect("a list");
            list.split_once("</dl>").expect("its end").0.to_owned()
        };
        let slide = spec.fields.iter().filter(|field| field.part == Part::Slide).count();
        assert_eq!(page("").matches("print-inputs__input").count(), slide, "{}", spec.id);
        let inputs = Inputs::defaults(spec);
        for field in spec.fields.iter().filter(|field| field.part == Part::Detail) {
            let Some(value) = [field.high, field.min_value()].into_iter().find(|value| *value != field.default) else {
                continue;
            };
            let value = field.chosen(value).map_or_else(|| value.to_string(), |choice| choice.name.to_owned());
            let list = page(&format!("{}={value}", field.key));
            assert!(list.contains(spec.label(field, &inputs).en), "{} {}: {list}", spec.id, field.key);
            assert_eq!(list.matches("print-inputs__input").count(), slide + 1, "{} {}", spec.id, field.key);
        }
    }
}

#[test]
fn the_printed_page_has_the_qr_code_of_its_link() {
    for calculator in CATALOG {
        let path = format!("{}/", calculator.spec().id);
        let html = render(Page::from_path(&path).expect("a page"), Locale::En, "", MemoryStore::default());
        let (_, notes) = html.split_once("print-notes\"").expect("the notes");
        assert!(notes.contains("qr__code"), "{path}");
    }
}
