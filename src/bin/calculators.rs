//! The bundle of the calculators.

fn main() {
    sales_abacus::mount::<sales_abacus::app::Calculators>();
}
