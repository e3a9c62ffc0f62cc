//! Views of the whole deal book: the agenda, the list with its queries, the funnel, the portfolio, the means.

mod address;
mod agenda;
mod cases;
mod due_group;
mod funnel;
mod means;
mod means_plan;
mod percent;
mod place;
mod plot;
mod query;
mod ranks;
mod ratios;
mod row;
mod saved;
mod scope;
mod sort;
mod wanted;
mod what;

pub use self::agenda::{Agenda, Due, agenda};
pub use self::cases::{BookCase, Told, case_table, cases};
pub use self::due_group::DueGroup;
pub use self::funnel::{Funnel, Step, Tally, funnel};
pub use self::means::{MeansFinding, Meetings, RECENT_DAYS};
pub use self::means_plan::{MEANS_KEY, Means, MeansPlan, NotAPercent, read_percent};
pub use self::percent::whole_percent;
pub use self::place::{Logging, Origin, Place, View, take_fragment};
pub use self::plot::{MOST_AT_A_POINT, Pattern, Plot, Plotted};
pub use self::query::{DealStatus, Query};
pub use self::ratios::{ENOUGH_WON, Ratios, rhythm_fragment};
pub use self::row::{Row, Rows};
pub use self::saved::{SavedView, VIEWS_KEY, read_views, write_views};
pub use self::scope::{Month, Scope, months, salespeople, tags};
pub use self::sort::Sort;
pub use self::what::What;
