//! What many deals say together: two pictures, each with its counts in words and its reading. Both stand
//! on a [`Portfolio`](abacus_core::deals::Portfolio), which the page makes of the deals it means.

mod findings;
pub mod openings_grid;
mod plot;
pub mod value_matrix;
