//! What the interface says, in both languages. The words of calculators stand with their
//! declarations in core; the words of deals in [`deals`] and the
//! modules whose names begin with `deal_`.

pub mod calculator;
pub mod deal_assessment;
pub mod deal_care;
pub mod deal_collection;
pub mod deal_figures;
pub mod deal_form;
pub mod deal_log;
pub mod deal_people;
pub mod deal_portfolio;
pub mod deal_saving;
pub mod deal_sheet;
pub mod deal_start;
pub mod deal_transfer;
pub mod deal_views;
pub mod deal_visit;
pub mod deals;
pub mod errors;
pub mod form;
pub mod hand_over;
pub mod keys;
pub mod scenarios;
pub mod settings;
pub mod shell;
pub mod what_if;
