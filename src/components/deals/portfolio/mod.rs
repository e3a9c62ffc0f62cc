//! What many deals say together: two pictures, each with its counts in words and its reading.

mod findings;
pub mod openings_grid;
mod plot;
pub mod value_matrix;
