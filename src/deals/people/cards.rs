//! Adding people from the contact cards of a phone: a checkbox for each, and their relation to the deal.

use std::collections::BTreeSet;

use abacus_core::text::Locale;
use abacus_deals::transfer::BadFile;
use abacus_deals::{CardMatch, CardPerson, Cards, Edit, read_cards};
use yew::prelude::*;

use crate::deals::people::card_words as words;
use crate::deals::people::paging::use_paging;
use crate::shell::event::checked;
use crate::shell::focus::use_focus;
use crate::shell::inbox::PickedFile;
use crate::shell::ports::Ports;
use crate::shell::words::CANCEL;

/// Up to this many new people are ticked at first. Nobody wants a whole address book.
const FEW: usize = 8;

#[derive(PartialEq, Properties)]
pub(super) struct FromCardsProps {
    pub(super) locale: Locale,
    /// Matches the people on cards with the deal as it is now.
    pub(super) offer: Callback<Cards, Vec<CardPerson>>,
    pub(super) on_edit: Callback<Edit>,
}

/// The state of the last selection.
#[derive(Clone, PartialEq)]
enum Stage {
    Waiting,
    /// Why there is nothing to choose from.
    Refused(String),
    Choosing(Choice),
    /// How many people were added, and how many had data filled in.
    Done(usize, usize),
}

#[derive(Clone, PartialEq)]
struct Choice {
    file: String,
    offered: Vec<CardPerson>,
    ticked: BTreeSet<usize>,
    beyond: usize,
    breaks_off: bool,
}

impl Choice {
    fn of(file: String, offered: Vec<CardPerson>, beyond: usize, breaks_off: bool) -> Self {
        let is_new = |one: &CardPerson| one.card_match == CardMatch::New;
        let is_few = offered.iter().filter(|one| is_new(one)).count() <= FEW;
        let all = offered.iter().enumerate().filter(|(_, one)| is_few && is_new(one));
        let ticked = all.map(|(place, _)| place).collect();
        Self { file, offered, ticked, beyond, breaks_off }
    }

    fn chosen(&self) -> impl Iterator<Item = &CardPerson> {
        self.offered.iter().enumerate().filter(|(place, _)| self.ticked.contains(place)).map(|(_, one)| one)
    }
}

#[component]
pub(super) fn FromCards(props: &FromCardsProps) -> Html {
    let FromCardsProps { offer, on_edit, .. } = props;
    let locale = props.locale;
    let stage = use_state_eq(|| Stage::Waiting);
    let ports = use_context::<Ports>();
    let paging = use_paging();
    let is_choosing = matches!(&*stage, Stage::Choosing(_));
    let was_open = use_mut_ref(|| false);
    // Closing returns the focus to the button, which does not take it on the first render.
    let button = use_focus(!is_choosing && *was_open.borrow());
    *was_open.borrow_mut() |= is_choosing;
    let heading = use_focus(is_choosing);

    let picked = use_callback(
        (ports.clone(), stage.setter(), offer.clone()),
        move |picked: PickedFile, (ports, stage, offer)| {
            stage.set(read(picked, ports.as_ref(), offer, locale));
        },
    );
    let on_pick = use_callback((ports, picked), |_: MouseEvent, (ports, picked)| {
        ports.iter().for_each(|ports| ports.inbox.pick_card(picked.clone()));
    });
    let on_tick = use_callback(stage.clone(), |(place, is): (usize, bool), stage| {
        if let Stage::Choosing(mut choice) = (**stage).clone() {
            let _was = if is { choice.ticked.insert(place) } else { choice.ticked.remove(&place) };
            stage.set(Stage::Choosing(choice));
        }
    });
    let on_add = use_callback((stage.clone(), on_edit.clone()), |_: MouseEvent, (stage, on_edit)| {
        if let Stage::Choosing(choice) = &**stage {
            let is_known = |one: &&CardPerson| matches!(one.card_match, CardMatch::Known { .. });
            let known = choice.chosen().filter(is_known).count();
            choice.chosen().flat_map(CardPerson::edits).for_each(|edit| on_edit.emit(edit));
            stage.set(Stage::Done(choice.ticked.len().saturating_sub(known), known));
        }
    });
    let on_cancel = use_callback(stage.setter(), |_: MouseEvent, stage| stage.set(Stage::Waiting));

    let status = match &*stage {
        Stage::Done(added, filled) => Some(words::done(*added, *filled, locale)),
        Stage::Waiting | Stage::Refused(_) | Stage::Choosing(_) => None,
    };
    let refused = match &*stage {
        Stage::Refused(why) => Some(why.clone()),
        Stage::Waiting | Stage::Choosing(_) | Stage::Done(..) => None,
    };
    html! {
        <div class="cards">
            <button type="button" class="button button--quiet" ref={button} onclick={on_pick}>{ words::FROM_CARD.get(locale) }</button>
            <p class="cards__status" role="status" translate="no">{ status }</p>
            <p class="field__error" role="alert" translate="no">{ refused }</p>
            if let Stage::Choosing(choice) = &*stage {
                <fieldset class="options cards__choice" data-unfinished="true" translate="no">
                    <legend class="field__label" tabindex="-1" ref={heading}>{ words::on_cards(&choice.file, choice.offered.len(), locale) }</legend>
                    { for words::whole(choice.beyond, choice.breaks_off, locale).into_iter().map(|told| html! { <p class="field__hint">{ told }</p> }) }
                    <ul class="cards__list">
                        { for choice.offered.iter().enumerate().take(paging.shown).map(|(place, offered)| html! {
                            <OfferedItem key={place} {place} offered={offered.clone()} ticked={choice.ticked.contains(&place)} {locale} on_tick={&on_tick} />
                        }) }
                    </ul>
                    { paging.more(choice.offered.len(), locale) }
                    <p class="deal-actions">
                        <button type="button" class="button" disabled={choice.ticked.is_empty()} onclick={on_add}>{ words::add(choice.ticked.len(), locale) }</button>
                        <button type="button" class="button button--quiet" onclick={on_cancel}>{ CANCEL.get(locale) }</button>
                    </p>
                </fieldset>
            }
        </div>
    }
}

fn read(picked: PickedFile, ports: Option<&Ports>, offer: &Callback<Cards, Vec<CardPerson>>, locale: Locale) -> Stage {
    let PickedFile { name, bytes } = picked;
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(BadFile::TooLarge { .. }) => return Stage::Refused(words::TOO_LARGE.get(locale).to_owned()),
        Err(why) => return Stage::Refused(why.message(locale)),
    };
    let decode = |bytes: &[u8], encoding| ports?.inbox.decode(bytes, encoding);
    match read_cards(&bytes, &decode) {
        Err(why) => Stage::Refused(words::refused(why).get(locale).to_owned()),
        Ok(cards) => {
            let (beyond, breaks_off) = (cards.beyond, cards.breaks_off);
            Stage::Choosing(Choice::of(name, offer.emit(cards), beyond, breaks_off))
        }
    }
}

#[derive(PartialEq, Properties)]
struct OfferedItemProps {
    place: usize,
    offered: CardPerson,
    ticked: bool,
    locale: Locale,
    on_tick: Callback<(usize, bool)>,
}

#[component]
fn OfferedItem(props: &OfferedItemProps) -> Html {
    let OfferedItemProps { place, offered, ticked, locale, on_tick } = props;
    let locale = *locale;
    let onchange = use_callback((*place, on_tick.clone()), |event: Event, (place, on_tick)| {
        on_tick.emit((*place, checked(&event)));
    });
    let told = words::told(offered, locale);
    let about = html! {
        <span class="cards__person">
            <span class="cards__name" dir="auto">{ words::name(offered, locale) }</span>
            <span class="cards__facts" dir="auto">{ words::facts(offered) }</span>
            { for told.into_iter().map(|told| html! { <span class="cards__facts">{ told }</span> }) }
            if !offered.person.note.is_empty() {
                <span class="cards__facts cards__note" dir="auto">{ &offered.person.note }</span>
            }
        </span>
    };
    if !offered.is_of_use() {
        return html! { <li class="cards__item cards__item--known">{ about }</li> };
    }
    html! {
        <li class="cards__item">
            <label class="cards__label">
                <input class="cards__tick" type="checkbox" name="cards" value={place.to_string()} checked={*ticked} {onchange} />
                { about }
            </label>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::{Choice, FEW};
    use crate::deals::people::card_words::{add, done, facts, name, told, whole};
    use abacus_core::text::Locale::{En, Zh};
    use abacus_deals::{CardPerson, Cards, Deal, Person, match_cards, read_cards};

    fn cards(text: &str) -> Cards {
        read_cards(text.as_bytes(), &|_, _| None).unwrap_or_default()
    }

    fn offered(text: &str) -> Vec<CardPerson> {
        let ann = Person { id: "p1".to_owned(), name: "Ann".to_owned(), ..Person::default() };
        let bo =
            Person { id: "p2".to_owned(), name: "Bo".to_owned(), phone: "1234567".to_owned(), ..Person::default() };
        match_cards(&Deal { people: vec![ann, bo], ..Deal::new("d") }, &cards(text).cards, En)
    }

    #[test]
    fn a_few_new_people_are_ticked_at_first_and_many_are_not() {
        let ticked = |count: usize| {
            let file: String = (0..count).map(|number| format!("BEGIN:VCARD\nFN:N{number}\nEND:VCARD\n")).collect();
            let file = format!("{file}BEGIN:VCARD\nFN:Ann\nTEL:7\nEND:VCARD\n");
            Choice::of("a.vcf".to_owned(), offered(&file), 0, false).chosen().count()
        };
        assert_eq!([ticked(0), ticked(2), ticked(FEW), ticked(FEW + 1)], [0, 2, FEW, 0]);
    }

    #[test]
    fn each_card_shows_its_relation_to_the_deal() {
        let all = offered(
            "BEGIN:VCARD\nFN:Ann\nTEL:7\nTITLE:Head\nPHOTO:data:x\nNOTE;CHARSET=BIG5:\u{674e}\nEND:VCARD\n\
             BEGIN:VCARD\nFN:Robert\nTEL:123-4567\nEND:VCARD\nBEGIN:VCARD\nTEL:9\nEND:VCARD\n",
        );
        assert_eq!(all.len(), 3);
        if let [known, same, nameless] = &all[..] {
            let lines = told(known, En).join(" · ");
            let expected = "Already in this deal as “Ann”; tick to fill in: Job title, Phone · \
                            1 line is in an encoding that cannot be read · The photo is left out";
            assert_eq!(lines, expected);
            assert_eq!(facts(known), "Head · 7");
            assert_eq!(told(same, Zh), ["这笔商机里已有“Bo”，不再添加"]);
            assert!(!same.is_of_use() && told(nameless, En).is_empty());
            assert_eq!((name(nameless, Zh), name(same, Zh)), ("没写姓名的人".to_owned(), "Robert".to_owned()));
        }
    }

    #[test]
    fn counts_are_shown_in_both_languages() {
        assert_eq!([add(0, En), add(1, En), add(2, En)], ["Tick someone first", "Add 1 person", "Add 2 people"]);
        assert_eq!([done(1, 0, En), done(2, 1, En)], ["Added 1 person.", "Added 2 people. Filled in 1 person."]);
        assert_eq!([done(2, 1, Zh), add(3, Zh)], ["添加了 2 位。补全了 1 位。", "添加 3 位"]);
        assert_eq!(whole(0, false, Zh), Vec::<String>::new());
        assert_eq!(whole(3, true, En).len(), 2);
    }
}
