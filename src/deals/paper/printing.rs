//! The printable sheets of the deal book, including the blank form.

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::Deal;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::deals::meetings::visit_sheet;
use crate::deals::paper::chunk::PaperChunk;
use crate::deals::paper::form_sheet::form_sheet;
use crate::shell::chunk::{Chunk, Loaded};
use crate::shell::printing::use_paper;
use crate::shell::session::Session;
use crate::shell::today::use_today;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Paper {
    Form,
    Visit(AttrValue),
}

impl Paper {
    /// `None` if the visit no longer exists.
    pub(crate) fn sheet(&self, deal: &Deal, today: Date, locale: Locale) -> Option<Html> {
        match self {
            Self::Form => Some(form_sheet(Some(deal), today, locale)),
            Self::Visit(id) => deal.visit(id).map(|visit| visit_sheet(deal, visit, today, locale)),
        }
    }
}

/// The blank form while it is printed, and a callback that prints it once its chunk has loaded.
#[hook]
pub(crate) fn use_blank(session: &Session, chunk: &Chunk<&'static PaperChunk>) -> (Html, Callback<MouseEvent>) {
    let (printed, print) = use_paper(&session.ports);
    let failed = use_state_eq(|| false);
    let on_blank = use_callback((chunk.clone(), print, failed.setter()), |_: MouseEvent, (chunk, print, failed)| {
        let (chunk, print, failed) = (chunk.clone(), print.clone(), failed.clone());
        spawn_local(async move {
            let table = chunk.get().await;
            failed.set(table.is_err());
            table.into_iter().for_each(|table| print.emit(Blank(table)));
        });
    });
    let (today, locale) = (use_today(&session.ports.host), session.locale);
    let blank = match printed {
        _ if *failed => Loaded::<()>::Failed.placeholder("paper", locale, &on_blank),
        Some(Blank(table)) => (table.blank)(today, locale),
        None => Html::default(),
    };
    (blank, on_blank)
}

/// The table of the blank form's chunk. There is only one, so all values are equal.
#[derive(Clone, Copy)]
struct Blank(&'static PaperChunk);

impl PartialEq for Blank {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
