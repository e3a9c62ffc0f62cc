//! The demo deal of a lesson: six people at one customer, the guide's three tests, and the beads of 1+2+1. The deal
//! book's own rules decide who counts.

use abacus_class::DealPart;
use abacus_class::deal::{PEOPLE, Person as Someone, SALESPERSON as OURS, Seat};
use abacus_core::format_in;
use abacus_core::text::{Locale, Text, text};
use abacus_deals::{Bead, Coverage, Deal, GuideTest, GuideTests, Person, Role};
use yew::prelude::*;

use crate::deals::controls::Beads;

#[derive(Clone)]
pub struct DealRoom {
    /// Renders the visible portion of a part.
    pub part: fn(DealPart, usize, Locale) -> Html,
}

pub static DEAL: DealRoom = DealRoom { part };

const PASSES: Text = text("是", "yes");
const FAILS: Text = text("否", "no");

fn part(part: DealPart, shown: usize, locale: Locale) -> Html {
    match part {
        DealPart::People => people(shown, locale),
        DealPart::Guide => guide(shown, locale),
        DealPart::Beads => beads(shown, locale),
    }
}

/// The people appear one after another. The class has to say who plays which role.
fn people(shown: usize, locale: Locale) -> Html {
    html! {
            <ol class="people" translate="no">
                { for PEOPLE.iter().take(shown).map(|person| html! {
                    <li class="people__person" key={person.name.get(Locale::En).to_owned()}>
                        <p>{ person.clue.get(locale) }</p>
                        <p class="people__title">{ person.title.get(locale) }</p>
                    </li>
                }) }
            </ol>
    }
}

/// The guide candidates and the three tests, shown one test after another.
fn guide(shown: usize, locale: Locale) -> Html {
    let candidates = || PEOPLE.iter().filter_map(|person| Some((person, tests(person)?)));
    let is_done = shown >= GuideTest::ALL.len();
    html! {
        <table class="tests" translate="no">
            <thead>
                <tr>
                    <td></td>
                    { for candidates().map(|(person, _)| html! {
                        <th scope="col" key={person.name.get(Locale::En).to_owned()}>
                            { person.name.get(locale) }<span class="people__title">{ person.title.get(locale) }</span>
                        </th>
                    }) }
                </tr>
            </thead>
            <tbody>
                { for GuideTest::ALL.into_iter().take(shown).map(|test| html! {
                    <tr key={test.code()}>
                        <th scope="row">{ test.label().get(locale) }</th>
                        { for candidates().map(|(person, tests)| {
                            let (sign, said) = if tests.passes(test) { ("✓", PASSES) } else { ("✗", FAILS) };
                            html! { <td key={person.name.get(Locale::En).to_owned()}>{ sign }{ " " }{ said.get(locale) }</td> }
                        }) }
                    </tr>
                }) }
                if is_done {
                    <tr key="sum" class="tests__sum">
                        <td></td>
                        { for candidates().map(|(person, tests)| {
                            let is = if tests.all_passed() { Seat::Guide } else { Seat::Insider };
                            html! { <td key={person.name.get(Locale::En).to_owned()}>{ is.label().get(locale) }</td> }
                        }) }
                    </tr>
                }
            </tbody>
        </table>
    }
}

/// The beads fill with each person. The insider comes before the guide, so that the class sees half a bead.
fn beads(shown: usize, locale: Locale) -> Html {
    let order = [5, 1, 2, 3, 4, 0];
    let known: Vec<&Someone> = order.into_iter().filter_map(|place| PEOPLE.get(place)).take(shown).collect();
    let deal = deal(&known, locale);
    let coverage = Coverage::of(&deal);
    let last = known.last();
    html! {
        <div class="fill" translate="no">
            <Beads {coverage} {locale} />
            <p class="fill__signs" aria-hidden="true">
                <span>{ sign(coverage.guide) }{ " " }{ Seat::Guide.label().get(locale) }</span>
                <span>{ CLIMATE.get(locale) }{ " " }{ coverage.covered_roles() }{ " / 4" }</span>
                <span>{ sign(coverage.salesperson) }{ " " }{ SALESPERSON.get(locale) }</span>
            </p>
            <p class="fill__last">{ last.map(|person| introduced(person, locale)) }</p>
            <p class="fill__gate">{ (if coverage.passed() { PASSED } else { NOT_PASSED }).get(locale) }</p>
        </div>
    }
}

const CLIMATE: Text = text("采购氛围", "Buying climate");
const SALESPERSON: Text = text("营销人员", "Salesperson");
const PASSED: Text = text("1+2+1 齐了", "1+2+1 is complete");
const NOT_PASSED: Text = text("1+2+1 还没齐", "1+2+1 is not complete yet");

const fn sign(bead: Bead) -> &'static str {
    match bead {
        Bead::Open => "○",
        Bead::Half => "◐",
        Bead::Covered => "●",
    }
}

/// Whose bead it is. The tests decide whether somebody is a guide.
fn introduced(person: &Someone, locale: Locale) -> String {
    let seat = match tests(person) {
        Some(tests) if tests.all_passed() => Seat::Guide,
        Some(_) => Seat::Insider,
        None => person.seat,
    };
    let (name, title, seat) = (person.name.get(locale), person.title.get(locale), seat.label().get(locale));
    format_in!(locale, "{name}，{title}：{seat}", "{name}, {title}: {seat}")
}

fn tests(person: &Someone) -> Option<GuideTests> {
    let [credible, trusts_us, wants_us] = person.tests?;
    Some(GuideTests { credible, trusts_us, wants_us, ..GuideTests::default() })
}

const fn role(seat: Seat) -> Option<Role> {
    match seat {
        Seat::Purchaser => Some(Role::Purchaser),
        Seat::User => Some(Role::User),
        Seat::Gatekeeper => Some(Role::Gatekeeper),
        Seat::DecisionMaker => Some(Role::DecisionMaker),
        Seat::Guide | Seat::Insider => None,
    }
}

/// The deal with these people and ourselves.
fn deal(people: &[&Someone], locale: Locale) -> Deal {
    let person = |someone: &&Someone| Person {
        name: someone.name.get(locale).to_owned(),
        roles: role(someone.seat).into_iter().collect(),
        guide: tests(someone),
        ..Person::default()
    };
    Deal { salesperson: OURS.get(locale).to_owned(), people: people.iter().map(person).collect(), ..Deal::default() }
}

#[cfg(test)]
mod tests {
    use super::{PEOPLE, Someone, deal, role};
    use abacus_core::text::Locale;
    use abacus_deals::{Bead, Coverage, Role};

    fn covered(people: &[&Someone]) -> (Bead, usize, bool) {
        let coverage = Coverage::of(&deal(people, Locale::En));
        (coverage.guide, coverage.covered_roles(), coverage.passed())
    }

    #[test]
    fn the_six_people_are_a_guide_four_roles_and_an_insider() {
        let roles: Vec<Role> = PEOPLE.iter().filter_map(|person| role(person.seat)).collect();
        assert_eq!(roles, Role::ALL);
        assert_eq!(covered(&PEOPLE.iter().collect::<Vec<_>>()), (Bead::Covered, 4, true));
        let [guide, purchaser, user, .., insider] = &PEOPLE;
        assert_eq!(covered(&[]), (Bead::Open, 0, false));
        assert_eq!(covered(&[insider, purchaser, user]), (Bead::Half, 2, false));
        assert_eq!(covered(&[guide, purchaser, user]), (Bead::Covered, 2, true));
    }
}
