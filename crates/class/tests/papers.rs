//! The content of the three papers of a lesson.

use abacus_class::lessons::{LESSONS, find as lesson};
use abacus_class::paper::{Line, Paper, PrintedStep, Sheet, Table, answers as answers_of, paper};
use abacus_class::{DealPart, Kind, Lesson, LessonContext, Run};
use abacus_core::calculator::sensitivity::Plan;
use abacus_core::number::format::Style;
use abacus_core::text::Locale::{self, En, Zh};

use crate::support::{class, figures, given, numbers, written};

fn printed(lesson: &Lesson, sheet: Sheet, locale: Locale) -> Paper {
    paper(class(lesson), sheet, &Style::default_for(locale)).expect("the calculators are there")
}

/// All texts of a step on paper, except the script's.
fn texts(step: &PrintedStep) -> Vec<String> {
    let line = |line: &Line| match line {
        Line::Words(words) => vec![words.clone()],
        Line::Blank { name, answer } => [Some(name.clone()), answer.clone()].into_iter().flatten().collect(),
        Line::Working { answer, .. } => answer.iter().cloned().collect(),
        Line::Choice { words, .. } => vec![words.clone()],
        Line::Table(Table { columns, rows, .. }) => {
            let cells = rows.iter().flat_map(|(row, cells)| [row].into_iter().chain(cells.iter().flatten()));
            columns.iter().chain(cells).cloned().collect()
        }
        Line::Qr => vec![],
    };
    std::iter::once(step.words.clone()).chain(step.lines.iter().flat_map(line)).collect()
}

#[test]
fn practice_and_answers_differ_only_in_blanks() {
    for lesson in LESSONS {
        for locale in Locale::ALL {
            let [script, practice, answers] = Sheet::ALL.map(|sheet| printed(lesson, sheet, locale));
            assert_eq!(script.steps.len(), lesson.steps.len());
            for ((script, practice), answers) in script.steps.iter().zip(&practice.steps).zip(&answers.steps) {
                let whose = format!("{} {}", lesson.id, script.step);
                assert_eq!((&script.lines, &script.words), (&answers.lines, &answers.words), "{whose}");
                assert_eq!((practice.script.is_some(), answers.script.is_some()), (false, false), "{whose}");
                assert!(script.script.as_ref().is_some_and(|script| !script.notes.is_empty()), "{whose}");
                assert_eq!(practice.lines.len(), answers.lines.len(), "{whose}");
                for (blank, full) in practice.lines.iter().zip(&answers.lines) {
                    match (blank, full) {
                        (Line::Working { answer: None, .. }, Line::Working { answer: Some(_), .. })
                        | (Line::Blank { answer: None, .. }, Line::Blank { .. })
                        | (Line::Blank { answer: None, .. }, Line::Words(_))
                        | (Line::Choice { right: None, .. }, Line::Choice { .. })
                        | (Line::Table(_), Line::Table(_))
                        | (Line::Words(_), Line::Words(_))
                        | (Line::Qr, Line::Qr) => {}
                        _ => panic!("{whose}: {blank:?} {full:?}"),
                    }
                }
            }
        }
    }
}

#[test]
fn no_practice_sheet_reveals_a_figure_to_be_found() {
    for lesson in LESSONS {
        let given = given(lesson);
        for (place, step) in lesson.steps.iter().enumerate() {
            let (Kind::Reveal { line: key } | Kind::Result { result: key }) = &step.kind else { continue };
            let (_, results) = figures(lesson, place).expect("a calculator");
            let result = results.iter().find(|result| result.output.key == *key).expect("a result");
            let found: Vec<_> = written(result).into_iter().filter(|figure| !given.contains(figure)).collect();
            for locale in Locale::ALL {
                for printed_step in printed(lesson, Sheet::Practice, locale).steps {
                    // A table may have the same figure for other cases; another test covers its own cells.
                    let is_table = printed_step.lines.iter().any(|line| matches!(line, Line::Table(_)));
                    for text in texts(&printed_step).into_iter().filter(|_| !is_table) {
                        let held =
                            numbers(&text).into_iter().find(|number| found.iter().any(|figure| figure == number));
                        assert_eq!(held, None, "{} {}: “{text}”", lesson.id, printed_step.step);
                    }
                }
                let answers: Vec<_> = printed(lesson, Sheet::Answers, locale).steps.iter().flat_map(texts).collect();
                let is_answered = answers.iter().any(|text| {
                    numbers(text).iter().any(|number| written(result).iter().any(|figure| figure == number))
                });
                assert!(is_answered, "{} {place}: {key} is on no answer sheet", lesson.id);
            }
        }
    }
}

#[test]
fn no_practice_table_reveals_a_case_of_its_lesson() {
    let mut blanks = Vec::new();
    for lesson in LESSONS {
        for (place, step) in lesson.steps.iter().enumerate() {
            let (Kind::HideTable { cells } | Kind::Hunt { cells }) = &step.kind else { continue };
            let calculator = class(lesson).calculator(place).expect("a table has a calculator");
            let grid = Plan::declared(calculator).grid(&figures(lesson, place).expect("it has figures").0);
            let tables =
                Sheet::ALL.map(|sheet| printed(lesson, sheet, En).steps.swap_remove(place).lines.swap_remove(0));
            let [Line::Table(script), Line::Table(practice), Line::Table(answers)] = tables else { panic!("tables") };
            assert_eq!(script, answers, "{} {place}", lesson.id);
            assert!(answers.rows.iter().all(|(_, cells)| cells.iter().all(Option::is_some)), "{} {place}", lesson.id);
            let (inputs, _) = figures(lesson, place).expect("it has figures");
            let (row, column) = grid.current(&inputs).expect("the slide's table contains the slide's case");
            assert_eq!(practice.rows[row].1[column], None, "{} {place}: its own case is asked for", lesson.id);
            let empty = practice.rows.iter().flat_map(|(_, cells)| cells).filter(|cell| cell.is_none()).count();
            let hidden = if matches!(step.kind, Kind::Hunt { .. }) { 0 } else { cells.len() };
            blanks.push((lesson.id.as_ref(), empty - hidden));
        }
    }
    let expected = [("key-account", 1), ("earned", 1), ("bank", 2), ("target", 1), ("difficulty", 1), ("rhythm", 2)];
    assert_eq!(blanks, expected, "the lesson's cases in each table besides the hidden ones");
}

fn lines(id: &str, locale: Locale, sheet: Sheet, is: impl Fn(&Kind) -> bool) -> Vec<Line> {
    let lesson = lesson(id).expect("a lesson");
    let place = lesson.steps.iter().position(|step| is(&step.kind)).expect("such a step");
    printed(lesson, sheet, locale).steps.swap_remove(place).lines
}

fn blank(name: &str, answer: Option<&str>) -> Line {
    Line::Blank { name: name.to_owned(), answer: answer.map(str::to_owned) }
}

#[test]
fn each_kind_of_step_has_its_lines() {
    let of = |sheet, is: fn(&Kind) -> bool| lines("earned", En, sheet, is);
    let result = |kind: &Kind| matches!(kind, Kind::Result { .. });
    assert_eq!(of(Sheet::Answers, result), [blank("Extra sales", Some("$25,000"))]);
    assert_eq!(of(Sheet::Practice, result), [blank("Extra sales", None)]);
    assert_eq!(of(Sheet::Answers, |kind| matches!(kind, Kind::Ask { .. })), [blank("My guess", None)]);
    assert_eq!(
        of(Sheet::Answers, |kind| matches!(kind, Kind::Reveal { .. })),
        [Line::Working { result: "extra_sales".to_owned(), answer: Some("$25,000".to_owned()) }]
    );
    assert_eq!(
        of(Sheet::Answers, |kind| matches!(kind, Kind::Move { .. })),
        [
            blank("Net margin 2%", Some("$25,000")),
            blank("Net margin 4%", Some("$12,500")),
            blank("Net margin 6%", Some("$8,333.33")),
        ]
    );
    let hunt = of(Sheet::Answers, |kind| matches!(kind, Kind::Hunt { .. }));
    let Line::Table(Table { caption, columns, rows }) = &hunt[0] else { panic!("{hunt:?}") };
    assert_eq!(caption, "Extra sales: Loss ↓ × Net margin →");
    assert_eq!((columns.len(), rows.len(), &rows[1].0), (5, 9, &"600".to_owned()));
    assert_eq!(rows[1].1[1].as_deref(), Some("19,999"), "as the slide prints it");
    assert_eq!(hunt[1], blank("1", Some("600 × 3%: 19,999 → 20,000 (printed one too low)")));

    let hidden = lines("bank", Zh, Sheet::Practice, |kind| matches!(kind, Kind::HideTable { .. }));
    let Line::Table(Table { rows, .. }) = &hidden[0] else { panic!("{hidden:?}") };
    assert_eq!(rows.iter().flat_map(|(_, cells)| cells).filter(|cell| cell.is_none()).count(), 5);

    let sorted = lines("advance", En, Sheet::Answers, |kind| matches!(kind, Kind::Sort { .. }));
    assert_eq!(sorted[0], Line::Words("To choose from: Advance · Continuation".to_owned()));
    assert_eq!(sorted[1], blank("“We’ll give you a ring when there is news.”", Some("Continuation")));
    let votes = lines("advance", En, Sheet::Answers, |kind| matches!(kind, Kind::Vote { .. }));
    assert_eq!(votes[1], Line::Choice { words: "A failure".to_owned(), right: Some(true) });

    let said = lines("earned", Zh, Sheet::Practice, |kind| matches!(kind, Kind::Say { .. }));
    assert_eq!(said[0], Line::Words("一笔 ¥500 的货款，收不回来了".to_owned()));
    let question = |sheet| lines("difficulty", Zh, sheet, |kind| matches!(kind, Kind::Say { found: 1, .. }));
    assert_eq!(question(Sheet::Practice)[0], blank("", None), "the room finds the question");
    assert_eq!(question(Sheet::Practice)[1], question(Sheet::Answers)[1]);
    let home = lines("earned", En, Sheet::Practice, |kind| matches!(kind, Kind::SumUp { .. }));
    assert_eq!(home, vec![blank("", None); 3], "and writes down the takeaways");
    let lesson = lesson("earned").expect("a lesson");
    let practice = printed(lesson, Sheet::Practice, Zh);
    assert_eq!(practice.steps[4].lines, [Line::Words("要多卖的，是丢掉的 ＿＿＿＿ 倍".to_owned())]);
    let script = printed(lesson, Sheet::Script, Zh).steps.swap_remove(1).script.expect("a script");
    assert_eq!((script.seconds, script.wrong[0].range.as_str()), (80, "¥500–¥1,000"));
    let chain = printed(lesson, Sheet::Script, Zh).steps.swap_remove(7).script.expect("a script");
    assert_eq!(chain.wrong[0].range, "4–20 次");
}

#[test]
fn the_deal_is_on_paper_with_its_tests_and_beads() {
    let people = lines("pattern", En, Sheet::Practice, |kind| matches!(kind, Kind::Deal { .. }));
    assert_eq!(people.len(), 6);
    let lesson = lesson("pattern").expect("a lesson");
    let deals: Vec<_> = printed(lesson, Sheet::Answers, En)
        .steps
        .into_iter()
        .filter(|printed_step| matches!(lesson.steps[printed_step.step].kind, Kind::Deal { .. }))
        .collect();
    let Line::Table(Table { rows, .. }) = &deals[1].lines[0] else { panic!("a table of tests") };
    let tests: Vec<_> =
        rows.iter().map(|(name, cells)| (name.as_str(), cells.iter().flatten().cloned().collect())).collect();
    let yes_no = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
    assert_eq!(tests, [("Gao", yes_no(&["yes", "yes", "yes"])), ("Wei", yes_no(&["no", "yes", "no"]))]);
    assert_eq!(deals[2].lines.len(), 6);
    assert_eq!(deals[2].lines[5], blank("Salesperson", Some("Lin")));
}

#[test]
fn without_a_calculator_there_is_no_paper() {
    let earned = lesson("earned").expect("a lesson");
    let away = |lesson| LessonContext { lesson, find: &|_| None };
    assert_eq!(paper(away(earned), Sheet::Script, &Style::default_for(Zh)), None);
    let advance = lesson("advance").expect("a lesson");
    assert!(paper(away(advance), Sheet::Script, &Style::default_for(Zh)).is_some(), "this lesson needs no calculator");
}

#[test]
fn the_trainer_has_the_answers_to_be_found() {
    let style = Style::default_for(Zh);
    for lesson in LESSONS {
        for (place, step) in lesson.steps.iter().enumerate() {
            let answers = answers_of(class(lesson), &Run { step: place, shown: 1, ..Run::default() }, &style);
            let expected = match &step.kind {
                Kind::HideTable { cells } | Kind::Hunt { cells } => cells.len(),
                Kind::Vote { options, right: Some(_) } => options.len(),
                Kind::Sort { items, .. } => items.len(),
                Kind::Deal { part: DealPart::People } => 0,
                Kind::Deal { part: DealPart::Guide } => 3,
                Kind::Deal { part: DealPart::Beads } => 6,
                _ => 0,
            };
            assert_eq!(answers.len(), expected, "{} {place}", lesson.id);
            let shown: Vec<_> = answers.iter().filter(|answer| answer.is_shown).collect();
            if let (Kind::Vote { .. }, [shown]) = (&step.kind, shown.as_slice()) {
                assert_eq!(shown.answer, "✓", "{} {place}", lesson.id);
            }
            assert_eq!(shown.len(), expected.min(1), "{} {place}", lesson.id);
        }
    }
    let earned = lesson("earned").expect("a lesson");
    let hunt = earned.steps.iter().position(|step| matches!(step.kind, Kind::Hunt { .. })).expect("a hunt");
    let answers = answers_of(class(earned), &Run { step: hunt, ..Run::default() }, &style);
    assert!(answers[0].answer.starts_with("600 × 3%: 19,999 → 20,000"), "{answers:?}");
}

#[test]
fn answers_follow_values_that_were_set_by_hand() {
    let lesson = lesson("key-account").expect("a lesson");
    let step = lesson.steps.iter().position(|step| matches!(step.kind, Kind::HideTable { .. })).expect("a table");
    let answers = |values| answers_of(class(lesson), &Run { step, values, ..Run::default() }, &Style::default_for(Zh));
    let usual = answers(std::collections::BTreeMap::new());
    let set = answers([((0, "spend".to_owned()), 18.into())].into());
    assert_eq!(usual.len(), set.len());
    assert!(usual.iter().zip(&set).all(|(one, other)| one.name == other.name && one.answer != other.answer), "{set:?}");
}

#[test]
fn the_caption_explains_the_only_empty_cell() {
    for lesson in LESSONS {
        let paper = printed(lesson, Sheet::Practice, Zh);
        for line in paper.steps.iter().flat_map(|step| &step.lines) {
            let Line::Table(Table { caption, rows, .. }) = line else { continue };
            let empty = rows.iter().flat_map(|(_, cells)| cells).filter(|cell| cell.is_none()).count();
            assert!(!caption.contains("空着的一格") || empty == 1, "{}: {caption}", lesson.id);
        }
    }
    let practice = printed(lesson("earned").expect("a lesson"), Sheet::Practice, Zh);
    let named = practice.steps.iter().flat_map(|step| &step.lines);
    assert!(named.into_iter().any(|line| matches!(line, Line::Table(table) if table.caption.contains("空着的一格"))));
}
