//! The filters besides the search, and the saved views. Both come in a chunk, because the list can be read without
//! them.

use abacus_core::text::{Locale, Text};
use abacus_deals::view::{DealStatus, Month, Neglect, Query, Rows, Sort, has_unassigned, months, salespeople, tags};
use abacus_deals::{FunnelStage, Grade, Letter, ValueClass};
use yew::prelude::*;

use crate::deals::list::saved_views::{SavedViews, SavedViewsProps};
use crate::deals::list::words;
use crate::deals::{assessment, words as deal_words};
use crate::shell::event::{checked, chosen};
use crate::shell::select::Select;

/// The room as a function table, so that it can be loaded as a chunk.
pub struct FiltersChunk {
    pub(crate) show: fn(FilterControlsProps) -> Html,
    pub(crate) saved_views: fn(SavedViewsProps) -> Html,
}

pub static FILTERS: FiltersChunk = FiltersChunk {
    show: |props| html! { <FilterControls ..props /> },
    saved_views: |props| html! { <SavedViews ..props /> },
};

#[derive(PartialEq, Properties)]
pub struct FilterControlsProps {
    /// The query besides the search.
    pub query: Query,
    /// All deals: the source of the names, tags and months to choose from.
    pub rows: Rows,
    pub part: Part,
    pub locale: Locale,
    pub set_query: Callback<Query>,
}

/// Which part is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    All,
    /// Above the header of a table.
    Above,
    /// What is not above a table.
    Rest,
}

/// A name, tag or month, and its label.
type Choice = (String, String);

/// Applies a choice to the query.
type Change = fn(&mut Query, String);

/// The option for deals without a salesperson. No real name is blank.
const NOBODY: &str = " ";

/// What the list can be filtered by.
#[derive(Default, PartialEq)]
struct Names {
    salespeople: Vec<String>,
    has_unassigned: bool,
    tags: Vec<String>,
    months: Vec<Month>,
}

impl Names {
    fn of(rows: &Rows) -> Self {
        let has_unassigned = has_unassigned(rows);
        Self { salespeople: salespeople(rows), has_unassigned, tags: tags(rows), months: months(rows) }
    }
}

#[component]
fn FilterControls(props: &FilterControlsProps) -> Html {
    // Thousands of deals are not scanned on every keystroke of a search.
    let wanted = (props.part != Part::Rest).then(|| props.rows.clone());
    let names = use_memo(wanted, |rows| rows.as_ref().map(Names::of).unwrap_or_default());
    match props.part {
        Part::Above => above(props, &names),
        Part::All => props.rest(&above(props, &names)),
        Part::Rest => props.rest(&Html::default()),
    }
}

fn above(props: &FilterControlsProps, names: &Names) -> Html {
    let FilterControlsProps { query, locale, .. } = props;
    let plain = |name: String| (name.clone(), name);
    let some = |name: &String| (!name.trim().is_empty()).then(|| plain(name.clone()));
    let of_month = |month: Month| (month.to_string(), deal_words::month(month, *locale));
    let of_grade = |grade: Grade| plain(grade.code().to_owned());
    let funnel_stages = FunnelStage::all().map(|funnel_stage| (funnel_stage.code(), funnel_stage.label()));
    let nobody = || (NOBODY.to_owned(), deal_words::NO_SALESPERSON.get(*locale).to_owned());
    let salespeople = names.salespeople.iter().cloned().map(plain).chain(names.has_unassigned.then(nobody));
    let whose = if query.scope.unassigned { Some(nobody()) } else { some(&query.scope.salesperson) };
    let tags = names.tags.iter().cloned().map(plain);
    let months = names.months.iter().copied().map(of_month);
    html! {
        <>
            { props.named("salesperson-filter", words::SALESPERSON, salespeople, whose, choose_salesperson) }
            { props.named("tag-filter", words::TAG, tags, some(&query.tag), |query, tag| query.tag = tag) }
            { props.named("grade-filter", words::GRADE, Grade::ALL.into_iter().map(of_grade), query.grade.map(of_grade),
                |query, code| query.grade = Grade::from_code(&code)) }
            { props.choice("stage-filter", words::STAGE, any().chain(funnel_stages), query.stage.map_or("", FunnelStage::code),
                |query, code| query.stage = FunnelStage::from_code(&code)) }
            { props.named("month-filter", words::MONTH, months, query.scope.month.map(of_month),
                |query, month| query.scope.month = month.parse().ok()) }
        </>
    }
}

fn choose_salesperson(query: &mut Query, name: String) {
    query.scope = if name == NOBODY { query.scope.of_nobody() } else { query.scope.of_salesperson(&name) };
}

fn any() -> impl Iterator<Item = (&'static str, Text)> {
    std::iter::once(("", words::ANY))
}

impl FilterControlsProps {
    fn rest(&self, above: &Html) -> Html {
        let Self { query, locale, .. } = self;
        let say = |label: Text| label.get(*locale);
        let statuses = DealStatus::ALL.map(|status| (status.code(), status.label()));
        let classes = ValueClass::ALL.map(|class| (class.code(), class.label()));
        let openings = Letter::ALL.map(|letter| (letter.code(), letter.label()));
        let neglects = Neglect::ALL.map(|neglect| (neglect.code(), neglect.label()));
        let sorts = Sort::ALL.map(|sort| (sort.code(), sort.label()));
        html! {
            <>
                <div class="filters__grid">
                    { self.choice("status", words::STATUS, statuses, query.status.code(),
                        |query, code| query.status = DealStatus::from_code(&code).unwrap_or_default()) }
                    { above.clone() }
                    { self.choice("class", assessment::VALUE, any().chain(classes), query.class.map_or("", ValueClass::code),
                        |query, code| query.class = ValueClass::from_code(&code)) }
                    { self.choice("opening", assessment::OPENING, any().chain(openings), query.opening.map_or("", Letter::code),
                        |query, code| query.opening = Letter::from_code(&code)) }
                    { self.choice("neglected", words::CONTACT, any().chain(neglects), query.neglected.map_or("", Neglect::code),
                        |query, code| query.neglected = Neglect::from_code(&code)) }
                    { self.choice("sort", words::SORT, sorts, query.sort.code(),
                        |query, code| query.sort = Sort::from_code(&code).unwrap_or_default()) }
                </div>
                <div class="options__choices">
                    { self.tick("reversed", say(words::REVERSED), query.reversed, |query, is| query.reversed = !is.is_empty()) }
                    { self.tick("attention", say(deal_words::ATTENTION), query.attention, |query, is| query.attention = !is.is_empty()) }
                    { self.tick("gate_open", say(words::GATE_OPEN), query.gate_open, |query, is| query.gate_open = !is.is_empty()) }
                </div>
            </>
        }
    }

    fn changing(&self, change: Change) -> Callback<String> {
        let (query, set_query) = (self.query.clone(), self.set_query.clone());
        Callback::from(move |value: String| {
            let mut asked = query.clone();
            change(&mut asked, value);
            set_query.emit(asked);
        })
    }

    fn choice(
        &self,
        id: &'static str,
        label: Text,
        options: impl IntoIterator<Item = (&'static str, Text)>,
        now: &'static str,
        change: Change,
    ) -> Html {
        let options = options.into_iter().map(|(code, label)| {
            html! { <option value={code} selected={code == now}>{ label.get(self.locale) }</option> }
        });
        self.select(id, label, None, options.collect(), change)
    }

    fn named(
        &self,
        id: &'static str,
        label: Text,
        known: impl Iterator<Item = Choice>,
        now: Option<Choice>,
        change: Change,
    ) -> Html {
        // The value in an address may be spelt differently, or no longer exist.
        let asked = now.as_ref().map(|(value, _)| value.clone());
        let others = known.filter(|one| asked.as_ref() != Some(&one.0)).map(|one| (one, false));
        let options = now.map(|now| (now, true)).into_iter().chain(others).map(|((value, label), selected)| {
            html! { <option key={value.clone()} {value} {selected}>{ label }</option> }
        });
        let any = html! { <option key="" value="" selected={asked.is_none()}>{ words::ANY.get(self.locale) }</option> };
        self.select(id, label, Some("no"), std::iter::once(any).chain(options).collect(), change)
    }

    fn select(
        &self,
        id: &'static str,
        label: Text,
        translate: Option<&'static str>,
        options: Html,
        change: Change,
    ) -> Html {
        let onchange = self.changing(change).reform(|event: Event| chosen(&event));
        html! {
            <p class="filters__choice">
                <label class="field__label" for={id}>{ label.get(self.locale) }</label>
                <Select class="filters__select" {translate} {id} {onchange}>{ options }</Select>
            </p>
        }
    }

    fn tick(&self, name: &'static str, label: &'static str, is: bool, change: Change) -> Html {
        let onchange =
            self.changing(change).reform(|event: Event| if checked(&event) { "1".to_owned() } else { String::new() });
        html! {
            <label class="option">
                <input class="option__control" type="checkbox" {name} checked={is} {onchange} />
                <span class="option__label">{ label }</span>
            </label>
        }
    }
}
