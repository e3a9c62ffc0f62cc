//! What people wrote stands in an element of its own that takes its direction from it, so that a date beside a name that is
//! written from right to left stays where it is. Inside a sentence of ours it is isolated: see `abacus_core::isolate`.

use std::collections::BTreeSet;

use abacus_core::page::Page;
use abacus_core::text::Locale;
use abacus_deals::{Deal, Fab, NeedKind, TasAnswer, TasLine, decode, demo, encode};

use super::holding;
use super::support::{MemoryStore, render};

const PLACES: [&str; 11] = [
    "",
    "view=list&search=ش",
    "view=today",
    "view=week",
    "view=portfolio",
    "view=funnel",
    "view=means",
    "view=cases",
    "view=files",
    "view=trash",
    "view=log",
];

/// Elements without an end.
const VOID: [&str; 8] = ["area", "br", "hr", "img", "input", "link", "meta", "wbr"];

fn is_theirs(letter: char) -> bool {
    ('\u{600}'..='\u{6ff}').contains(&letter)
}

/// The demo, whose people write from right to left.
fn book() -> (Vec<Deal>, MemoryStore) {
    let today = "2026-11-21".parse().expect("a date");
    let turned = |text: String| {
        text.chars().map(|one| if ('\u{4e00}'..='\u{9fff}').contains(&one) { 'ش' } else { one }).collect::<String>()
    };
    let mut deals: Vec<Deal> =
        demo(Locale::Zh, today).iter().map(|deal| decode(&deal.id, &turned(encode(deal))).expect("a deal")).collect();
    deals[0].deleted = true;
    let theirs = || "شش".to_owned();
    // What is on paper, in two versions.
    let deal = &mut deals[1];
    deal.exits.needs_written = theirs();
    deal.fab.push(Fab { feature: theirs(), advantage: theirs(), person: Some("p1".to_owned()), ..Fab::default() });
    deal.assessment.tas.first_rival.win =
        TasLine { answer: Some(TasAnswer::No), evidence: theirs(), ..TasLine::default() };
    deal.people[0].need_kinds = vec![NeedKind::Cost];
    deal.people[0].business_need = theirs();
    deal.unread.insert("expected_close".to_owned(), theirs());
    let second = Deal { id: "second".to_owned(), copy_of: Some(deal.id.clone()), notes: theirs(), ..deal.clone() };
    deals.push(second);
    let store = holding(&deals);
    (deals, store)
}

/// The texts and values of people that are not alone in an element with `dir`, with the tag that holds them. Words of ours
/// around them keep the order, unless a figure follows.
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
        // A text of a picture is drawn by itself, and so is an option.
        let is_alone = |tag: &str| ["option", "text"].iter().any(|name| tag.starts_with(name));
        let held = open.last().is_some_and(|tag| has_direction(tag) || is_alone(tag));
        if !held && text.rsplit_once(is_theirs).is_some_and(|(before, after)| !is_kept(before, after)) {
            found.push(format!("<{}> {text}", open.last().copied().unwrap_or_default()));
        }
    }
    found
}

/// Whether a text of people between words of ours stays where it is.
fn is_kept(before: &str, after: &str) -> bool {
    let is_ours = |letter: char| letter.is_ascii_alphabetic();
    after.chars().find(|one| one.is_alphanumeric()).map_or_else(|| before.contains(is_ours), is_ours)
}

/// The home page, and every place of the book.
fn pages() -> Vec<String> {
    let (deals, _) = book();
    let deal_places = deals.iter().skip(1).flat_map(|deal| [deal.id.clone(), format!("view=log&deal={}", deal.id)]);
    let places = PLACES.map(str::to_owned).into_iter().chain(deal_places);
    let of_book = places.map(|place| render(Page::Deals, Locale::En, &place, book().1));
    std::iter::once(render(Page::Home, Locale::En, "", book().1)).chain(of_book).collect()
}

#[track_caller]
fn assert_nothing(found: impl Iterator<Item = String>) {
    let found: BTreeSet<String> = found.collect();
    assert!(found.is_empty(), "{}:\n{}", found.len(), Vec::from_iter(found).join("\n"));
}

#[test]
fn what_people_wrote_has_a_direction_of_its_own() {
    assert_nothing(pages().iter().flat_map(|page| undirected(page)));
}

/// The attributes that are shown or read aloud.
const SPOKEN: [&str; 4] = ["aria-label", "title", "placeholder", "aria-valuetext"];

/// A text without what it isolates.
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

/// The sentences of ours, as texts and as attributes, in which what people wrote (in Arabic) is not isolated, or decides the
/// direction of ours: `dir="auto"` looks into isolated names, too.
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
fn what_people_wrote_is_isolated_inside_a_sentence_of_ours() {
    assert_nothing(pages().iter().flat_map(|page| unmarked_sentences(page)));
}
