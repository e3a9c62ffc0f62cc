//! Decimal points and commas in the numbers of a table, as written in the country of the file.

use abacus_deals::transfer::{CellReason, Item};

use super::tables::{dec, import, one};
use super::*;

#[test]
fn the_decimal_signs_of_the_files_country_are_read() {
    let amounts = |cells: &[&str], separator: &str| {
        let rows: Vec<String> = cells.iter().enumerate().map(|(row, cell)| format!("{row}{separator}{cell}")).collect();
        let text = format!("customer{separator}amount\n{}\n", rows.join("\n"));
        let preview = import(&mut Browser::new("mine"), &text);
        let read = |item: &Item| {
            let reason = item.problems.first().map(|problem| problem.reason);
            (item.record.deal().unwrap().amount, reason)
        };
        preview.items().iter().map(read).collect::<Vec<_>>()
    };
    let certain = |values: &[&str]| values.iter().map(|value| (Some(dec(value)), None)).collect::<Vec<_>>();
    for (cells, expected) in [
        (["1.234,56", "1.234"], ["1234.56", "1234"]),
        (["12,5", "1.234.567"], ["12.5", "1234567"]),
        (["1.234,5 €", "(1.234)"], ["1234.5", "-1234"]),
        (["12.5", "1,234"], ["12.5", "1234"]),
        (["1,234.56", "1.234"], ["1234.56", "1.234"]),
        (["500", "3万"], ["500", "30000"]),
        (["1'234,50", "1’234"], ["1234.5", "1234"]),
        (["1'234.50", "1’234"], ["1234.5", "1234"]),
    ] {
        assert_eq!(amounts(&cells, ";"), certain(&expected), "{cells:?}");
    }
    // With tabs, as copied out of a spreadsheet.
    assert_eq!(amounts(&["1.234,56", "1.234"], "\t"), certain(&["1234.56", "1234"]));
    assert_eq!(amounts(&["1.234", "500"], "\t"), certain(&["1.234", "500"]));
    let doubtful = (None, Some(CellReason::Decimals));
    for cells in [["1.234", "500"], ["1,234", "500"]] {
        assert_eq!(amounts(&cells, ";"), [doubtful, (Some(dec("500")), None)], "{cells:?}");
    }
    // 1,5 may be a slip, and does not make the other commas decimal.
    let slip = amounts(&["1,5", "1,234"], "\t");
    assert_eq!((slip[0].0, slip[1]), (None, doubtful));
}

#[test]
fn a_doubtful_cell_is_kept_but_not_read_as_an_amount() {
    let (deal, problems) = one("customer;amount\nA;1.234\n");
    assert_eq!((deal.amount, problems[0].text.as_str()), (None, "1.234（1.234 / 1234）"));
    assert_eq!(deal.unread[&"amount".to_owned()], "1.234（1.234 / 1234）");
    // The unit of its column is not applied to either value.
    let (deal, problems) = one("customer;金额（万元）\nA;1.234\n");
    assert_eq!((deal.amount, problems[0].reason), (None, CellReason::Decimals));
    // Below a unit, the decimal sign is that of the file, too.
    let (deal, _) = one("customer;金额（万元）\nA;1,5\n");
    assert_eq!(deal.amount, Some(dec("15000")));
}
