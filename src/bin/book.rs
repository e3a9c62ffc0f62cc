//! The bundle of home and deal book.

fn main() {
    sales_abacus::mount::<sales_abacus::app::Book>();
}
