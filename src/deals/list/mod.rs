//! The list of deals: search, filters, saved views, the visible rows (as a table where there is room), and the page
//! before the first deal.

mod deal_list;
mod empty;
mod filter_controls;
mod filters;
mod grid;
mod printed;
mod removed_row;
mod row;
mod rows;
mod saved_views;
mod state;
mod table;
mod words;

pub(crate) use self::deal_list::DealList;
pub use self::filter_controls::{FILTERS, FiltersChunk};
