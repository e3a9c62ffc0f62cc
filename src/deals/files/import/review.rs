//! The context in which all records of a preview are shown, and the elements several of them share.

use abacus_core::isolate::isolated;
use abacus_core::text::{Locale, Text};
use abacus_deals::Deal;
use abacus_deals::transfer::Preview;
use yew::prelude::*;

use crate::deals::files::import::state::{FileLabel, ImportAction};
use crate::deals::files::import::words;
use crate::deals::words as deals;

pub(crate) struct Review<'a> {
    pub(crate) preview: &'a Preview,
    pub(crate) files: &'a [FileLabel],
    pub(crate) locale: Locale,
    pub(crate) on_action: &'a Callback<ImportAction>,
}

impl Review<'_> {
    /// Whose version is in a file, and from which day; the file name if that does not distinguish the files.
    pub(crate) fn whose(&self, file: usize) -> String {
        let Some(label) = self.files.get(file) else { return String::new() };
        let is_same = |other: &&FileLabel| (&other.whose, other.day) == (&label.whose, label.day);
        let is_unique = self.files.iter().filter(is_same).count() == 1;
        if is_unique { words::whose(label, self.locale) } else { isolated(&label.name).to_string() }
    }

    /// The same for a record.
    pub(crate) fn whose_record(&self, place: usize) -> String {
        self.preview.items().get(place).map(|item| self.whose(item.file)).unwrap_or_default()
    }
}

/// Which file a record is from, if there are several.
pub(crate) fn from_file(file: usize, files: &[FileLabel]) -> Html {
    let name = files.get(file).filter(|_| files.len() > 1).map(|file| file.name.clone());
    html! {
        if let Some(name) = name {
            <span class="import-item__file" translate="no" dir="auto">{ name }</span>
        }
    }
}

pub(crate) fn option(code: String, word: &str, is_chosen: bool) -> Html {
    html! { <option value={code} selected={is_chosen}>{ word }</option> }
}

/// The option shown while no other one is selected.
pub(crate) fn mixed(word: Text, locale: Locale) -> Html {
    html! { <option value="" selected=true disabled=true>{ word.get(locale) }</option> }
}

/// What distinguishes one deal from another.
pub(crate) fn facts(deal: &Deal, locale: Locale) -> Html {
    let day = deal.expected_close.map(|day| format!("{} {day}", deals::CLOSE.get(locale)));
    let salesperson =
        Some(deal.salesperson.trim()).filter(|name| !name.is_empty()).map(|name| isolated(name).to_string());
    let facts: Vec<String> = [deals::amount(deal, locale), day, salesperson].into_iter().flatten().collect();
    if facts.is_empty() {
        return Html::default();
    }
    html! { <p class="import-item__facts">{ facts.join(" · ") }</p> }
}
