//! How the data is kept on this device: storage use, persistence, and deleting everything.

use abacus_core::text::Locale;
use yew::prelude::*;

use crate::deals::book::DealBook;
use crate::deals::files::BACKUP;
use crate::deals::upkeep::hook::Upkeep;
use crate::deals::upkeep::requests::Removal;
use crate::deals::upkeep::space::Space;
use crate::deals::upkeep::usage::use_usage;
use crate::deals::upkeep::words;
use crate::shell::confirm::Confirm;
use crate::shell::ports::Persistence;
use crate::shell::session::Session;

#[derive(PartialEq, Properties)]
pub(crate) struct ThisDeviceProps {
    pub(crate) session: Session,
    pub(crate) state: UseReducerHandle<DealBook>,
    pub(crate) upkeep: Upkeep,
    pub(crate) on_backup: Callback<MouseEvent>,
}

#[component]
pub(crate) fn ThisDevice(props: &ThisDeviceProps) -> Html {
    let ThisDeviceProps { session, state, upkeep, on_backup } = props;
    let locale = session.locale;
    let usage = use_usage(&session.ports, state.book());
    let lasting = use_state_eq(|| None::<Persistence>);
    use_effect_with((session.ports.clone(), lasting.setter()), |(ports, lasting)| {
        let lasting = lasting.clone();
        ports.host.query_persistence(Callback::from(move |answer: Persistence| lasting.set(Some(answer))));
    });
    let on_yes = upkeep.remove.reform(|_: MouseEvent| Removal::Everything);
    html! {
        <>
            <Space {usage} {locale} />
            { persistence(*lasting, locale) }
            { delete_all(words::delete_all(&usage, locale), locale, on_backup, on_yes) }
        </>
    }
}

/// Whether the browser persists the storage; the answer is asynchronous.
fn persistence(lasting: Option<Persistence>, locale: Locale) -> Html {
    html! {
        <section class="files__part lasting" aria-labelledby="lasting-title">
            <h2 class="files__title" id="lasting-title">{ words::LASTING.get(locale) }</h2>
            <p class="lasting__answer">{ lasting.map(|lasting| words::lasting(lasting).get(locale)) }</p>
            <p class="import__hint">{ words::SEVEN_DAYS.get(locale) }</p>
        </section>
    }
}

fn delete_all(
    question: String,
    locale: Locale,
    on_backup: &Callback<MouseEvent>,
    on_yes: Callback<MouseEvent>,
) -> Html {
    html! {
        <section class="files__part delete-all" aria-labelledby="delete-all-title">
            <h2 class="files__title" id="delete-all-title">{ words::DELETE_ALL.get(locale) }</h2>
            <p class="import__hint">{ words::DELETE_ALL_HINT.get(locale) }</p>
            <div class="files__actions">
                <Confirm label={format!("{}…", words::DELETE_ALL.get(locale))} {question}
                    yes={words::DELETE_ALL_YES.get(locale)} {locale} {on_yes}>
                    <p><button type="button" class="button" onclick={on_backup}>{ BACKUP.get(locale) }</button></p>
                </Confirm>
            </div>
        </section>
    }
}
