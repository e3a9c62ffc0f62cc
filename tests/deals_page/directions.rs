//! User text is in an element of its own with automatic direction, so that a date beside a right-to-left name stays in
//! place. Inside one of our sentences it is isolated: see `abacus_core::isolate`.

use std::collections::BTreeSet;

use abacus_core::page::Page;
use abacus_core::text::Locale;
use abacus_deals::view::{BookLocation, LogLocation, Origin, Query, Scope, View};
use abacus_deals::{
    Check, Contact, Deal, Fab, NeedKind, Quadrants, Question, Source, TasAnswer, TasLine, Visit, decode, demo, encode,
};

use super::holding;
use super::printouts::sheet;
use super::support::{MemoryStore, render};

/// Void elements.
const VOID: [&str; 8] = ["area", "br", "hr", "img", "input", "link", "meta", "wbr"];

fn is_theirs(letter: char) -> bool {
    ('\u{600}'..='\u{6ff}').contains(&letter)
}

/// The demo with right-to-left user text.
fn book() -> (Vec<Deal>, MemoryStore) {
    let today = "2026-11-21".parse().expect("a date");
    let turned = |text: String| {
        text.chars().map(|one| if ('\u{4e00}'..='\u{9fff}').contains(&one) { 'ش' } else { one }).collect::<String>()
    };
    let mut deals: Vec<Deal> =
        demo(Locale::Zh, today).iter().map(|deal| decode(&deal.id, &turned(encode(deal))).expect("a deal")).collect();
    deals[0].deleted = true;
    let theirs = || "شش".to_owned();
    // The printouts, in two versions.
    let deal = &mut deals[1];
    deal.exits.needs_written = theirs();
    deal.fab.push(Fab { feature: theirs(), advantage: theirs(), person: Some("p1".to_owned()), ..Fab::default() });
    deal.assessment.tas.first_rival.win =
        TasLine { answer: Some(TasAnswer::No), evidence: theirs(), ..TasLine::default() };
    deal.assessment.tas.second_rival.name = theirs();
    deal.fab.push(Fab { question: theirs(), ..Fab::new("asked") });
    deal.people[0].need_kinds = vec![NeedKind::Cost];
    deal.people[0].business_need = theirs();
    let asked = Question {
        id: "q1".to_owned(),
        text: theirs(),
        answer: theirs(),
        source: Source::LookUp,
        ..Question::default()
    };
    let checks = Quadrants { facts: Check { line: theirs(), ..Check::default() }, ..Quadrants::default() };
    let visit = Visit { goal: theirs(), expected_words: theirs(), ..Visit::new("v-paper") };
    deal.visits.push(Visit { questions: vec![asked], quadrants: checks, ..visit });
    deal.unread.insert("expected_close".to_owned(), theirs());
    let second = Deal { id: "second".to_owned(), copy_of: Some(deal.id.clone()), notes: theirs(), ..deal.clone() };
    deals.push(second);
    let store = holding(&deals);
    (deals, store)
}

/// User texts and values that are not alone in an element with `dir`, with their tag. Our words around them keep the
/// order, unless a figure follows.
fn undirected(html: &str) -> Vec<String> {
    let mut open: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        let name = tag.split([' ', '/']).find(|name| !name.is_empty()).unwrap_or_default();
        if tag.starts_with('/') {
            while open.pop().is_some_and(|opened| opened.split(' ').next() != Some(name)) {}
        } else if !VOID.contains(&name) {
            open.push(tag);
        }
        let has_direction = |tag: &str| tag.contains("dir=\"") || tag.starts_with("bdi");
        let value =
            tag.split_once("value=\"").and_then(|(_, rest)| rest.split_once('"')).map_or("", |(value, _)| value);
        if name == "input" && value.contains(is_theirs) && !has_direction(tag) {
            found.push(format!("<{tag}>"));
        }
        // SVG texts are rendered independently, and so are options.
        let is_alone = |tag: &str| ["option", "text"].iter().any(|name| tag.starts_with(name));
        let held = open.last().is_some_and(|tag| has_direction(tag) || is_alone(tag));
        if !held && unmarked(text).rsplit_once(is_theirs).is_some_and(|(before, after)| !is_kept(before, after)) {
            found.push(format!("<{}> {text}", open.last().copied().unwrap_or_default()));
        }
    }
    found
}

/// Whether a user text between our words stays in place.
fn is_kept(before: &str, after: &str) -> bool {
    let is_ours = |letter: char| letter.is_ascii_alphabetic();
    after.chars().find(|one| one.is_alphanumeric()).map_or_else(|| before.contains(is_ours), is_ours)
}

/// Every place of the book, with every way into the conversation.
fn places(deals: &[Deal]) -> Vec<BookLocation> {
    let views = View::ALL.into_iter().map(|view| BookLocation::View(view, Scope::default()));
    let searched = Query { search: "ش".to_owned(), ..Query::default() };
    let take = BookLocation::Take { tool: "bad-debt".to_owned(), inputs: "loss=700".to_owned() };
    let apart = [
        BookLocation::List(Query::default()),
        BookLocation::List(searched),
        BookLocation::Files,
        BookLocation::Trash,
        take,
    ];
    let open = || deals.iter().filter(|deal| !deal.deleted);
    let of_deals = open().map(|deal| BookLocation::Deal(deal.id.clone()));
    let about = |deal: &Deal, entry: Option<&Contact>| {
        let entry = entry.map(|entry| entry.id.clone());
        LogLocation { deal: Some(deal.id.clone()), entry, ..LogLocation::default() }
    };
    let told =
        open().flat_map(|deal| std::iter::once(None).chain(deal.log.iter().map(Some)).map(|one| about(deal, one)));
    let ways = Origin::ALL.into_iter().map(|from| LogLocation { from, ..LogLocation::default() });
    views.chain(apart).chain(of_deals).chain(ways.chain(told).map(BookLocation::Log)).collect()
}

/// The home page, every place of the book, and every printout.
fn pages() -> Vec<String> {
    let (deals, _) = book();
    let places = places(&deals).into_iter().map(|place| {
        let fragment = place.fragment();
        assert_eq!(BookLocation::read(&fragment), place);
        render(Page::Deals, Locale::En, &fragment, book().1)
    });
    let sheets = deals.iter().filter(|deal| !deal.deleted).flat_map(|deal| {
        let visits = deal.visits.iter().map(|visit| Some(visit.id.clone()));
        std::iter::once(None).chain(visits).map(|visit| sheet(deal, visit, Locale::En))
    });
    std::iter::once(render(Page::Home, Locale::En, "", book().1)).chain(places).chain(sheets).collect()
}

#[track_caller]
fn assert_nothing(found: impl Iterator<Item = String>) {
    let found: BTreeSet<String> = found.collect();
    assert!(found.is_empty(), "{}:\n{}", found.len(), Vec::from_iter(found).join("\n"));
}

#[test]
fn user_text_has_its_own_writing_direction() {
    assert_nothing(pages().iter().flat_map(|page| undirected(page)));
}

/// Attributes that are displayed or read aloud.
const SPOKEN: [&str; 4] = ["aria-label", "title", "placeholder", "aria-valuetext"];

/// A text without its isolated parts.
fn unmarked(text: &str) -> String {
    let mut depth = 0_usize;
    let kept = text.chars().filter(|one| match one {
        '\u{2068}' => {
            depth += 1;
            false
        }
        '\u{2069}' => {
            depth -= 1;
            false
        }
        _ => depth == 0,
    });
    kept.collect()
}

/// Our sentences, in texts and attributes, in which user text (in Arabic) is not isolated, or determines the direction:
/// `dir="auto"` looks into isolated names, too.
pub fn unmarked_sentences(html: &str) -> Vec<String> {
    let has_words = |text: &str| text.contains(|one: char| one.is_ascii_alphabetic());
    let is_turned =
        |tag: &str, text: &str| tag.contains("dir=\"auto\"") && text.contains('\u{2068}') && has_words(&unmarked(text));
    let is_mixed = |text: &&str| text.contains(is_theirs) && has_words(text) && unmarked(text).contains(is_theirs);
    let parts = html.split('<').skip(1).filter_map(|part| part.split_once('>'));
    let spoken = |tag: &str| {
        let values = SPOKEN.iter().filter_map(|name| tag.split_once(&format!(" {name}=\"")).map(|(_, rest)| rest));
        values.filter_map(|rest| rest.split_once('"')).map(|(value, _)| value.to_owned()).collect::<Vec<_>>()
    };
    let all = parts.flat_map(|(tag, text)| {
        let turned = is_turned(tag, text).then(|| format!("<{tag}>{text}"));
        let spoken = spoken(tag).into_iter().chain([text.to_owned()]);
        spoken.filter(|text| is_mixed(&text.as_str())).chain(turned)
    });
    all.collect()
}

#[test]
fn user_text_is_isolated_inside_our_sentences() {
    assert_nothing(pages().iter().flat_map(|page| unmarked_sentences(page)));
}
