//! What many deals say together: two pictures, each with its counts in words and its reading. Both stand
//! on a [`Portfolio`](abacus_deals::Portfolio), which the page makes of the deals it means.

mod findings;
mod openings_grid;
mod overview;
mod plot;
mod value_matrix;
mod words;

pub use self::openings_grid::{OpeningsGrid, OpeningsGridProps};
pub(super) use self::overview::PortfolioView;
pub use self::value_matrix::{ValueMatrix, ValueMatrixProps};
