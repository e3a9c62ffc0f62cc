//! The bundle of the deal book.

fn main() {
    sales_abacus::mount::<sales_abacus::app::Book>();
}
