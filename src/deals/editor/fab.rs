//! What our solution does for the customer, and which of their needs it answers.

use abacus_core::isolate::isolated;
use abacus_core::text::Locale;
use abacus_deals::{
    Deal, Edit, ExpressedNeed, Fab, FabEdit, NeedOf, TextField, expressed_needs, fields, unanswered_needs,
};
use yew::prelude::*;

use crate::deals::controls::{FoldingSection, TextInput};
use crate::deals::editor::words;
use crate::deals::words as deals;
use crate::shell::event::chosen;
use crate::shell::select::Select;

pub(crate) const ID: &str = "fab";

pub(crate) fn fab(deal: &Deal, locale: Locale, on_edit: &Callback<Edit>) -> Html {
    let needs = expressed_needs(deal).count();
    let open = unanswered_needs(deal);
    let answered = needs.saturating_sub(open.len());
    // A need that already has a row, however incomplete, gets no second one.
    let has_row = |need: &ExpressedNeed<'_>| deal.fab.iter().any(|row| row.answered(deal).as_ref() == Some(need));
    let new_id = deal.free_fab_id();
    let add = |row: Fab| on_edit.reform(move |_: MouseEvent| Edit::AddFab(usize::MAX, row.clone()));
    let answering = |need: &ExpressedNeed<'_>| Fab {
        person: Some(need.person.id.clone()),
        need: Some(need.need),
        ..Fab::new(&new_id)
    };
    html! {
        <FoldingSection key={ID} id={ID} title={deals::FAB.get(locale)} summary={words::fab(answered, needs, deal.fab.len(), locale)}>
            <p class="field__hint">{ words::FAB_HINT.get(locale) }</p>
            if needs == 0 {
                <p class="field__hint">{ words::NO_NEEDS.get(locale) }</p>
            }
            <ul class="fab">{ for deal.fab.iter().map(|one| row(deal, one, locale, on_edit)) }</ul>
            <p class="deal-actions fab__add" translate="no">
                { for open.iter().filter(|need| !has_row(need)).map(|need| html! {
                    <button key={format!("{}.{}", need.person.id, need.need.code())} type="button" class="button"
                        onclick={add(answering(need))}>{ words::answer(need, locale) }</button>
                }) }
                <button type="button" class="button button--quiet" onclick={add(Fab::new(&new_id))}>{ "＋ " }{ words::ADD_FAB.get(locale) }</button>
            </p>
        </FoldingSection>
    }
}

fn row(deal: &Deal, row: &Fab, locale: Locale, on_edit: &Callback<Edit>) -> Html {
    let id = row.id.clone();
    let on_remove = {
        let id = id.clone();
        on_edit.reform(move |_: MouseEvent| Edit::RemoveFab(id.clone()))
    };
    let select = format!("fab.{id}.need");
    let code = |person: &str, need: NeedOf| format!("{} {person}", need.code());
    let onchange = {
        let id = id.clone();
        on_edit.reform(move |event: Event| {
            let chosen = chosen(&event);
            let need =
                chosen.split_once(' ').and_then(|(need, person)| Some((person.to_owned(), NeedOf::from_code(need)?)));
            Edit::Fab(id.clone(), FabEdit::Need(need))
        })
    };
    let is_chosen =
        |need: &ExpressedNeed<'_>| row.person.as_ref() == Some(&need.person.id) && row.need == Some(need.need);
    let effect = row.effect(deal);
    html! {
        <li key={id.clone()} class="fab__row card" data-effect={effect.map(|effect| effect.code())}>
            { for fields::fab::TEXTS.iter().map(|field| html! {
                <TextInput key={field.meta.key} field={TextField::Fab(id.clone(), field)} value={field.get(row).clone()} {locale} {on_edit} />
            }) }
            <div class="field">
                <label class="field__label" for={select.clone()}>{ words::WHOSE_NEED.get(locale) }</label>
                <div class="field__box">
                    <Select class="field__input deal-field__choice" id={select.clone()} name={select} {onchange}>
                        <option value="" selected={row.answered(deal).is_none()}>{ words::NOBODYS.get(locale) }</option>
                        { for expressed_needs(deal).map(|need| html! {
                            <option key={code(&need.person.id, need.need)} value={code(&need.person.id, need.need)} selected={is_chosen(&need)}>
                                { words::need(&need, locale) }
                            </option>
                        }) }
                    </Select>
                </div>
            </div>
            <p class="fab__effect" role="status" translate="no">{ effect.map(|effect| effect.label().get(locale)) }</p>
            <p class="deal-actions">
                <button type="button" class="button button--quiet" aria-label={format!("{}: {}", words::REMOVE.get(locale), isolated(words::fab_row(row, locale)))}
                    onclick={on_remove}>{ words::REMOVE.get(locale) }</button>
            </p>
        </li>
    }
}
