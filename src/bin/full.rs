//! One file with all pages.

fn main() {
    sales_abacus::platform::single::run(sales_abacus::single::open_all);
}
