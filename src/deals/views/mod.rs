//! TODO

pub mod funnel;
pub mod nav;
pub mod page;
pub mod portfolio;
pub mod portfolio_view;
pub mod today;
pub mod words;
