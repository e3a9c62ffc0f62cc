//! The list of deals: search, filters, saved views, the visible rows, and the page before the first deal.

mod deal_list;
mod empty;
mod filters;
mod row;
mod rows;
mod saved_views;
mod state;
mod words;

pub(crate) use self::deal_list::DealList;
