//! One file with home and the calculators.

fn main() {
    sales_abacus::platform::single::run(sales_abacus::single::open_tools);
}
