//! The class: every step of every lesson on stage, showing exactly what it should; and printed.

use std::collections::BTreeSet;
use std::rc::Rc;

use abacus_class::lessons::{LESSONS, find};
use abacus_class::paper::Sheet;
use abacus_class::{Kind, Lesson, LessonContext, Run};
use abacus_core::calculators;
use abacus_core::number::format::Style;
use abacus_core::page::Page;
use abacus_core::text::Locale;
use sales_abacus::class::extras::{PaperProps, PrintJob, paper};
use sales_abacus::shell::ports::Ports;
use sales_abacus::shell::session::Session;
use sales_abacus::shell::theme::Theme;
use yew::prelude::*;

use crate::support::{FixedHost, MemoryStore, NoInbox, NoOutbox, render, render_stage, rendered_once};

/// Every state of a lesson: a step and how much of it is shown.
fn states(lesson: &Lesson) -> impl Iterator<Item = (usize, usize)> {
    lesson.steps.iter().enumerate().flat_map(|(step, at)| (0..=at.stops()).map(move |shown| (step, shown)))
}

fn on_stage(locale: Locale, lesson: &Lesson, step: usize, shown: usize) -> String {
    render_stage(locale, &lesson.id, step, &format!("shown={shown}"))
}

/// The readable text of a page.
fn read(html: &str) -> String {
    html.split('<').map(|part| part.split_once('>').map_or("", |(_, text)| text)).collect::<Vec<_>>().join(" ")
}

/// Whether a figure occurs in a text, and not as part of another.
fn holds(text: &str, figure: &str) -> bool {
    let is_of_figure = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit() || letter == ',');
    text.match_indices(figure).any(|(at, _)| {
        let after = text[at + figure.len()..].chars();
        // A full stop or a comma may end a sentence.
        let continues = after.clone().next().is_some_and(|next| next.is_ascii_digit())
            || (matches!(after.clone().next(), Some(',' | '.')) && is_of_figure(after.clone().nth(1)));
        !is_of_figure(text[..at].chars().next_back()) && !continues
    })
}

#[test]
fn the_list_has_every_lesson() {
    for locale in Locale::ALL {
        let html = render(Page::Class, locale, "", MemoryStore::default());
        assert_eq!(LESSONS.len(), 10);
        for lesson in LESSONS {
            assert!(html.contains(&format!("href=\"#{}\"", lesson.id)), "{}", lesson.id);
            assert!(html.contains(lesson.title.get(locale)), "{}", lesson.id);
        }
    }
}

#[test]
fn every_state_of_every_lesson_is_a_valid_page() {
    let is_han = |character: &char| ('\u{4e00}'..='\u{9fff}').contains(character);
    for (lesson, locale) in LESSONS.iter().flat_map(|lesson| Locale::ALL.map(|locale| (lesson, locale))) {
        let mut before = String::new();
        for (step, shown) in states(lesson) {
            let html = on_stage(locale, lesson, step, shown);
            let at = format!("{} {locale:?}, step {step}, shown {shown}", lesson.id);
            assert_eq!(html.matches("<h1").count(), 1, "{at}");
            assert_eq!(html.matches("<main").count(), 1, "{at}");
            let ids: Vec<_> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{at}: {ids:?}");
            assert!(!html.contains(" style="), "{at}: the policy forbids style attributes");
            for missing in ["NaN", "∞", "undefined", "{", "aria-busy"] {
                assert!(!html.contains(missing), "{at}: {missing}");
            }
            if locale == Locale::En {
                // Only the closed panel of guesses has a Chinese currency sign.
                assert_eq!(html.chars().filter(is_han).collect::<String>(), "", "{at}");
            }
            assert_ne!(html, before, "{at}: nothing more is shown");
            before = html;
        }
    }
}

#[test]
fn no_result_appears_before_its_step() {
    let mut checked = 0;
    for (lesson, locale) in LESSONS.iter().flat_map(|lesson| Locale::ALL.map(|locale| (lesson, locale))) {
        let by_id = |id: &str| calculators::find(id);
        let class = LessonContext { lesson, find: &by_id };
        for (job, step) in lesson.steps.iter().enumerate() {
            let Kind::Ask { result: key, .. } = &step.kind else { continue };
            let figure_of = |step: usize, key: &str| {
                let results = Run { step, ..Run::default() }.results(class, step).expect("a calculator");
                let result = results.iter().find(|result| result.output.key == key).expect("the result");
                result
                    .value
                    .map_or_else(|_| String::new(), |value| result.output.figure(value, &Style::default_for(locale)))
            };
            let figure = figure_of(job, key);
            // Another result may have the same value, as a customer's value does without professional steps.
            let tells = |(at, shown): (usize, usize)| {
                at > job
                    && match &lesson.steps[at].kind {
                        Kind::Reveal { line } => shown > 0 && figure_of(at, line) == figure,
                        Kind::Result { result } => figure_of(at, result) == figure,
                        _ => false,
                    }
            };
            for (at, shown) in states(lesson).take_while(|state| !tells(*state)).filter(|(at, _)| *at + 3 > job) {
                // A given figure may happen to be the same.
                let given = Run { step: at, ..Run::default() }.inputs(class, at);
                let is_given = given.is_some_and(|inputs| {
                    let spec = class.calculator(at).expect("a calculator").spec();
                    spec.fields
                        .iter()
                        .any(|field| inputs.get(field.key).is_some_and(|value| field.quote(value) == figure))
                });
                let text = read(&on_stage(locale, lesson, at, shown));
                // The step number, such as 3 / 14, is not a result.
                let text = text.replace(&format!("{} / {}", at + 1, lesson.steps.len()), "");
                let is_told = lesson.setting(&lesson.steps[at]).is_some()
                    && step.setting == lesson.steps[at].setting
                    && holds(&text, &figure);
                assert!(!is_told || is_given, "{} step {at}, shown {shown}: {figure} in {text}", lesson.id);
                checked += 1;
            }
        }
    }
    assert!(checked > 50, "{checked}");
}

#[test]
fn a_second_tally_is_shown_beside_the_first() {
    let lesson = find("listen").expect("the lesson");
    let tallies: Vec<_> =
        (0..lesson.steps.len()).filter(|step| matches!(lesson.steps[*step].kind, Kind::Tally { .. })).collect();
    let [first, second] = tallies[..] else { panic!("{tallies:?}") };
    let shown = |step: usize, shown: usize| {
        let run = format!("shown={shown}&m{first}=0,1,1,3&m{second}=0,0,0,1,2");
        read(&render_stage(Locale::En, &lesson.id, step, &run))
    };
    assert!(!shown(second, 0).contains('%'), "not before it is requested");
    // A spoke at 4 of 5 ticks, told at 3 of those; before at 3 of 4, and told at 1.
    for share in ["80%", "before: 75%", "75%", "before: 33%"] {
        assert!(shown(second, 1).contains(share), "{share} in {}", shown(second, 1));
    }
    assert!(!shown(first, 1).contains("before"), "there was nothing before");
}

#[test]
fn misprints_are_shown_until_they_are_found() {
    let lesson = find("earned").expect("the lesson");
    let hunt = lesson.steps.iter().position(|step| matches!(step.kind, Kind::Hunt { .. })).expect("a hunt");
    let html = on_stage(Locale::En, lesson, hunt, 0);
    for printed in ["19,999", "9,999", "16,666"] {
        assert!(holds(&read(&html), printed), "{printed}");
    }
    assert!(!html.contains("<del>"));
    let html = on_stage(Locale::En, lesson, hunt, 3);
    assert_eq!(html.matches("<del>").count(), 3);
    for exact in ["20,000", "10,000", "16,667"] {
        assert!(html.contains(&format!("<ins>{exact}</ins>")), "{exact}");
    }
}

#[test]
fn guesses_are_on_the_line_and_the_nearest_is_named() {
    let html = render_stage(Locale::En, "earned", 1, "g1=500,9000&panel=guesses&typed=12");
    assert!(html.contains("2 guesses: $500; $9,000"), "{html}");
    assert_eq!(html.matches("guesses__mark").count(), 2);
    assert!(html.contains("panel--guesses") && html.contains(">12<"));
    assert!(!html.contains("guesses__result"));
    let html = render_stage(Locale::En, "earned", 3, "g1=500,9000");
    assert!(html.contains("The nearest guess: $9,000"));
    assert!(html.contains("guesses__result"));
    let html = render_stage(Locale::En, "earned", 3, "");
    assert!(!html.contains("guesses__line"), "without guesses there is no line");
}

#[test]
fn a_screen_that_is_off_shows_nothing() {
    for screen in ["black", "white"] {
        let html = render_stage(Locale::En, "earned", 3, &format!("screen={screen}"));
        assert!(html.contains(&format!("stage__off--{screen}")));
        assert!(!html.contains("stage__body") && !html.contains("25,000"));
    }
}

#[test]
fn an_unknown_lesson_leads_to_the_list() {
    let html = render(Page::Class, Locale::En, "no-such-lesson&step=3", MemoryStore::default());
    assert!(html.contains("There is no such lesson."));
    let html = render(Page::Class, Locale::En, "earned&step=99", MemoryStore::default());
    assert!(html.contains("stage__body"), "a step past the end is another one");
}

#[derive(PartialEq, Properties)]
struct SheetProps {
    sheet: Sheet,
    lesson: &'static str,
    locale: Locale,
}

#[component]
fn PrintedStep(SheetProps { sheet, lesson, locale }: &SheetProps) -> Html {
    let ports = Ports {
        store: Rc::<MemoryStore>::default(),
        host: Rc::new(FixedHost::at("")),
        outbox: Rc::new(NoOutbox),
        inbox: Rc::new(NoInbox),
    };
    let session = Session {
        page: Page::Class,
        locale: *locale,
        ports,
        style: Style::default_for(*locale),
        theme: Theme::System,
        set_style: Callback::noop(),
        set_locale: Callback::noop(),
        set_theme: Callback::noop(),
        base: None,
        lang_in_links: false,
    };
    let lessons = vec![Rc::new(find(lesson).expect("the lesson").clone())];
    paper(PaperProps {
        session,
        calculator: |id| calculators::find(id).map(sales_abacus::shell::chunk::Chunk::Here),
        job: PrintJob { sheet: *sheet, lessons, times: 1 },
        done: Callback::noop(),
    })
}

#[test]
fn practice_has_blanks_where_answers_have_figures() {
    let sheet = |sheet| rendered_once::<PrintedStep>(SheetProps { sheet, lesson: "earned", locale: Locale::En });
    let [script, practice, answers] = Sheet::ALL.map(sheet);
    assert!(holds(&read(&answers), "25,000") && holds(&read(&script), "25,000"));
    assert!(!practice.contains("$25,000") && !practice.contains("<th scope=\"row\">500</th><td>25,000</td>"));
    assert!(script.contains("paper__notes") && !practice.contains("paper__notes") && !answers.contains("paper__notes"));
    let blanks = |html: &str| html.matches("paper__blank").count();
    assert!(blanks(&practice) > blanks(&answers), "{} {}", blanks(&practice), blanks(&answers));
    assert!(practice.contains("guess=1"), "the QR code opens the calculator with covered results");
}
