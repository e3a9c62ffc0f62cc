//! Charts of many deals: two pictures, each with its counts in words and its conclusions. Both are computed from a
//! [`Portfolio`](abacus_deals::Portfolio) of the deals that the page selects.

mod deals_list;
mod findings;
mod mark;
mod openings_grid;
mod overview;
mod plot;
mod touch;
mod value_matrix;
mod words;

pub use self::openings_grid::{OpeningsGrid, OpeningsGridProps};
pub(super) use self::overview::PortfolioView;
pub use self::value_matrix::{ValueMatrix, ValueMatrixProps};
