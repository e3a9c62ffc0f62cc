use abacus_deals::view::{BookLocation, Query, SavedView};
use yew::prelude::*;

use crate::deals::list::state::ViewChange;
use crate::deals::list::words;
use crate::shell::event::typed;
use crate::shell::session::Session;
use crate::shell::stored_value::{UseStoredValue, use_stored_value};

#[derive(PartialEq, Properties)]
pub struct SavedViewsProps {
    pub session: Session,
    pub query: Query,
}

#[component]
pub fn SavedViews(props: &SavedViewsProps) -> Html {
    let SavedViewsProps { session, query } = props;
    let locale = session.locale;
    let UseStoredValue { value: views, is_stored, change: on_change } =
        use_stored_value::<Vec<SavedView>>(&session.ports);
    let name = use_state_eq(AttrValue::default);
    let oninput = use_callback(name.setter(), |event: InputEvent, name| name.set(typed(&event).into()));
    let onsubmit = use_callback(
        (name.clone(), query.clone(), on_change.clone()),
        |event: SubmitEvent, (name, query, on_change)| {
            event.prevent_default();
            let named = name.trim().to_owned();
            if !named.is_empty() {
                on_change.emit(ViewChange::Keep(SavedView { name: named, query: query.clone() }));
                name.set(AttrValue::default());
            }
        },
    );
    let item = |view: &SavedView| {
        let href = format!("#{}", BookLocation::List(view.query.clone()).fragment());
        let forgotten = view.name.clone();
        let on_remove = on_change.reform(move |_: MouseEvent| ViewChange::Forget(forgotten.clone()));
        html! {
            <li class="saved-views__item" translate="no" key={view.name.clone()}>
                <a class="saved-views__link" dir="auto" {href} aria-current={(view.query == *query).then_some("true")}>{ &view.name }</a>
                <button type="button" class="button button--quiet saved-views__remove" aria-label={words::remove_view(&view.name, locale)}
                    onclick={on_remove}>{ "✕" }</button>
            </li>
        }
    };
    html! {
        <div class="saved-views">
            if !views.is_empty() {
                <ul class="saved-views__list" aria-label={words::SAVED_VIEWS.get(locale)}>{ for views.iter().map(item) }</ul>
            }
            if *query != Query::default() && views.iter().all(|view| view.query != *query) {
                <form class="saved-views__form" {onsubmit}>
                    <label class="field__label" for="view-name">{ words::KEEP_VIEW.get(locale) }</label>
                    <input class="filters__input" id="view-name" type="text" dir="auto" maxlength="60" autocomplete="off" value={&*name} {oninput} />
                    <button type="submit" class="button">{ words::KEEP.get(locale) }</button>
                </form>
            }
            if !is_stored { <p class="notice" role="alert">{ words::VIEW_NOT_STORED.get(locale) }</p> }
        </div>
    }
}
