//! The current location in the deal book, as encoded in the fragment of the address.

use super::query::Query;
use super::scope::Scope;
use abacus_core::closed_enum;

/// A location in the deal book. Ids of deals contain no `=`, so a fragment with one is not a deal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BookLocation {
    /// One of the views of the whole book, or of a part of it.
    View(View, Scope),
    /// The list with a query: `view=list&search=…`.
    List(Query),
    /// One deal: its id.
    Deal(String),
    /// A meeting being logged: `log=<deal>&entry=<id>&from=home`.
    Log(LogLocation),
    /// Import and export.
    Files,
    /// The deleted deals.
    Trash,
    /// A calculator's result to be noted on a deal: `take=<tool>&…`, the rest as in the calculator's links.
    Take {
        /// The public name of the calculator.
        tool: String,
        /// Its inputs, as in a link.
        inputs: String,
    },
}

/// Which meeting is being logged, and where the user came from.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct LogLocation {
    /// The id of the deal; `None` while it has to be chosen.
    pub deal: Option<String>,
    /// The id of the entry of its log; `None` for a new one.
    pub entry: Option<String>,
    /// Where the user goes back to.
    pub from: Origin,
}

closed_enum! {
    /// From where a meeting is logged.
    #[derive(Default)]
    pub enum Origin {
        /// The list or a view of the book.
        #[default]
        Book = "book",
        /// The page of the deal.
        Deal = "deal",
        /// The home page.
        Home = "home",
    }
}

const FILES: &str = "files";
const TRASH: &str = "trash";

closed_enum! {
    /// A view of the whole book.
    pub enum View {
        /// The agenda.
        Today = "today" ("今天", "Today"),
        /// The funnel.
        Funnel = "funnel" ("漏斗", "Funnel"),
        /// The value matrix and the openings.
        Portfolio = "portfolio" ("价值与开局", "Portfolio"),
        /// Where our means are planned to go, and where they go.
        Resources = "means" ("投入", "Means"),
        /// The success cases.
        Cases = "cases" ("案例", "Cases"),
    }
}

impl BookLocation {
    /// The location with this fragment, given without `#`. Unknown fragments lead to the list.
    pub fn read(fragment: &str) -> Self {
        if fragment.is_empty() {
            return Self::List(Query::default());
        }
        let Some((key, rest)) = fragment.split_once('=') else { return Self::Deal(fragment.to_owned()) };
        let (word, more) = rest.split_once('&').unwrap_or((rest, ""));
        match key {
            "take" => Self::Take { tool: word.to_owned(), inputs: more.to_owned() },
            "log" => Self::Log(LogLocation::read(word, more)),
            "view" if word == FILES => Self::Files,
            "view" if word == TRASH => Self::Trash,
            "view" => match View::from_code(word) {
                Some(view) => Self::View(view, Scope::decode(more)),
                None => Self::List(Query::decode(more)),
            },
            _ => Self::List(Query::default()),
        }
    }

    /// The fragment of this location, without `#`.
    pub fn fragment(&self) -> String {
        match self {
            Self::View(view, scope) => match scope.encode() {
                all if all.is_empty() => format!("view={}", view.code()),
                part => format!("view={}&{part}", view.code()),
            },
            Self::List(query) => match query.encode() {
                plain if plain.is_empty() => plain,
                asked => format!("view=list&{asked}"),
            },
            Self::Files => format!("view={FILES}"),
            Self::Trash => format!("view={TRASH}"),
            Self::Deal(id) => id.clone(),
            Self::Log(logging) => logging.fragment(),
            Self::Take { tool, inputs } => take_fragment(tool, inputs),
        }
    }
}

impl LogLocation {
    fn read(deal: &str, more: &str) -> Self {
        let named = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let mut logging = Self { deal: named(deal), ..Self::default() };
        for (key, value) in more.split('&').filter_map(|part| part.split_once('=')) {
            match key {
                "entry" => logging.entry = named(value),
                "from" => logging.from = Origin::from_code(value).unwrap_or_default(),
                _ => {}
            }
        }
        logging
    }

    fn fragment(&self) -> String {
        let entry = self.entry.as_ref().map(|entry| format!("&entry={entry}")).unwrap_or_default();
        let from = if self.from == Origin::Book { String::new() } else { format!("&from={}", self.from.code()) };
        format!("log={}{entry}{from}", self.deal.as_deref().unwrap_or_default())
    }
}

/// The fragment of [`BookLocation::Take`], for the calculators' pages, which need nothing else of the deal book.
pub fn take_fragment(tool: &str, inputs: &str) -> String {
    let mark = if inputs.is_empty() { "" } else { "&" };
    format!("take={tool}{mark}{inputs}")
}
