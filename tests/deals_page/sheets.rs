//! The sheets of paper: the tracking form, and a visit.

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::fields::{exit, person};
use abacus_deals::{
    AssessmentEdit, Contender, DateField, Deal, Edit, GuideTests, Person, Role, TasAnswer, TasQuestion, TextField,
};
use sales_abacus::deals::meetings::visit_sheet;
use sales_abacus::deals::paper::form_sheet;
use yew::prelude::*;

use super::complete;
use super::support::rendered_once;

#[derive(PartialEq, Properties)]
struct SheetProps {
    deal: Deal,
    /// The id of the visit that is printed; `None` for the tracking form.
    visit: Option<String>,
    locale: Locale,
}

#[component]
fn Sheet(props: &SheetProps) -> Html {
    let (deal, today, locale) = (&props.deal, day("2026-03-02"), props.locale);
    match &props.visit {
        None => form_sheet(Some(deal), today, locale),
        Some(visit) => visit_sheet(deal, deal.visit(visit).expect("a visit"), today, locale),
    }
}

/// The tracking form of a deal, or one of its visits.
pub fn sheet(deal: &Deal, visit: Option<String>, locale: Locale) -> String {
    rendered_once::<Sheet>(SheetProps { deal: deal.clone(), visit, locale })
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn paper_has_what_was_noted() {
    let mut deal = complete("a");
    assert!(!sheet(&deal, None, Locale::Zh).contains("form-sheet__claim"));
    deal.apply(Edit::Text(TextField::Exit(&exit::RIVALS), "江南、江北".to_owned()));
    deal.apply(Edit::Assess(AssessmentEdit::Tas(Contender::Ours, TasQuestion::Win, Some(TasAnswer::Yes))));
    let form = sheet(&deal, None, Locale::Zh);
    assert!(form.contains("江南、江北") && form.contains("能赢吗？ 是"), "{form}");
}

#[test]
fn paper_keeps_a_date_apart_from_the_words_around_it() {
    let mut deal = complete("a");
    deal.apply(Edit::Text(TextField::Person("p1".to_owned(), &person::NEXT_ACTION), "להתקשר".to_owned()));
    let edit = Edit::Date(DateField::Person("p1".to_owned(), &person::NEXT_DATE), Ok(Some(day("2026-03-09"))));
    deal.apply(edit);
    let form = sheet(&deal, None, Locale::Zh);
    for expected in [
        "<bdi>现场演示</bdi> <time datetime=\"2026-11-22\" class=\"form-sheet__date\">2026-11-22</time>",
        "<bdi>להתקשר</bdi> <time datetime=\"2026-03-09\" class=\"form-sheet__date\">2026-03-09</time>",
    ] {
        assert!(form.contains(expected), "{expected} in {form}");
    }
}

#[test]
fn paper_says_that_the_gate_rests_on_two() {
    let mut deal = complete("a");
    let words = "只靠两个人";
    assert!(!sheet(&deal, None, Locale::Zh).contains(words));
    let tests = GuideTests { credible: true, trusts_us: true, wants_us: true, ..GuideTests::default() };
    deal.people = vec![
        Person { id: "p1".to_owned(), name: "Li".to_owned(), guide: Some(tests), ..Person::in_role(Role::User) },
        Person { id: "p2".to_owned(), name: "Wang".to_owned(), ..Person::in_role(Role::DecisionMaker) },
    ];
    assert!(sheet(&deal, None, Locale::Zh).contains(words));
}
