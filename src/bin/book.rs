fn main() {
    sales_abacus::mount::<sales_abacus::app::Book>();
}
