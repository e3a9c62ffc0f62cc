//! What many deals say together: two pictures, each with its counts in words and its reading. Both stand
//! on a [`Portfolio`](abacus_deals::Portfolio), which the page makes of the deals it means.

pub mod findings;
pub mod openings_grid;
pub mod plot;
pub mod value_matrix;
pub mod words;
