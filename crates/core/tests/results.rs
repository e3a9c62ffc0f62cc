//! Results as shown: figures with their currency, and the bars of a waterfall.

use abacus_core::Decimal;
use abacus_core::calculator::axis::is_possible;
use abacus_core::calculator::chain::waterfall;
use abacus_core::calculator::field::{Field, Kind};
use abacus_core::calculator::{Inputs, Output};
use abacus_core::calculators::{CATALOG, find};
use abacus_core::number::format::{Currency, Style};
use abacus_core::number::unit::Unit;
use abacus_core::text::{Locale, text};

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn amounts_show_cents_if_any_or_the_chosen_decimals() {
    let amount = Output::money("amount", text("金额", "Amount"));
    let style = |code: &str, decimals| Style { locale: Locale::En, currency: Currency::find(code), decimals };
    for (code, decimals, value, expected) in [
        ("USD", None, "1234", "$1,234"),
        ("USD", None, "1234.5", "$1,234.50"),
        ("USD", None, "-1234.5", "-$1,234.50"),
        ("USD", Some(0), "1234.5", "$1,235"),
        ("USD", Some(1), "1234", "$1,234.0"),
        ("USD", Some(2), "-1234", "-$1,234.00"),
        ("USD", Some(6), "1234", "$1,234.00"),
        ("JPY", None, "1234.5", "¥1,235"),
        ("", None, "-1234.5", "-1,234.50"),
    ] {
        assert_eq!(amount.quote(decimal(value), &style(code, decimals)), expected, "{code} {decimals:?} {value}");
    }
    let ratio = Output::ratio("ratio", text("比例", "Ratio"));
    assert_eq!(ratio.quote(decimal("-0.125"), &style("USD", Some(0))), "-12.5%");
}

#[test]
fn a_convention_is_shown_as_its_number_and_has_no_axis() {
    let fields = CATALOG.iter().flat_map(|tool| tool.spec().fields);
    let (conventions, others): (Vec<&Field>, Vec<&Field>) =
        fields.partition(|field| matches!(field.kind, Kind::Choice(_)));
    assert!(!conventions.is_empty() && !others.is_empty());
    for field in conventions {
        assert_eq!((field.quote(Decimal::ZERO), field.quote(Decimal::ONE)), ("0".to_owned(), "1".to_owned()));
        assert!(!is_possible(field), "{}", field.key);
    }
    for field in others {
        assert!(is_possible(field), "{}", field.key);
        assert_eq!(field.legend(Locale::En), "");
    }
    let kind = find("bad-debt").unwrap().spec().field("margin_kind").unwrap();
    assert_eq!(kind.legend(Locale::Zh), "0 = 净利率；1 = 营业利润率；2 = 毛利率");
    assert_eq!(kind.legend(Locale::En), "0 = Net margin; 1 = Operating margin; 2 = Gross margin");
}

#[test]
fn a_number_of_months_is_not_a_calendar_month() {
    assert_eq!(Unit::MONTH.label(Locale::Zh), "个月");
    assert_eq!(Unit::VISIT.per(Unit::MONTH).label(Locale::Zh), "次/月");
    let a_year_for_each_day = Unit::MONEY.per(Unit::YEAR).per(Unit::DAY);
    assert_eq!(Locale::ALL.map(|locale| a_year_for_each_day.label(locale)), ["每天每年", "per day per year"]);
    assert_eq!((Unit::YEAR.label(Locale::Zh), Unit::MONTH.label(Locale::En)), ("年".to_owned(), "months".to_owned()));
}

#[test]
fn calculators_are_equal_if_their_ids_are() {
    let (one, other) = (find("clv").unwrap(), find("bad-debt").unwrap());
    assert!(one == find("clv").unwrap() && one != other);
    assert_eq!(format!("{one:?}"), "Calculator(clv)");
}

/// The bars of a loss of 1,000 with some cover: the step, the change, the total, and the bar's two ends.
fn bars(cover: &[(&str, &str)]) -> Vec<String> {
    let tool = find("bad-debt").unwrap();
    let mut inputs = Inputs::defaults(tool.spec());
    for (key, value) in [("loss", "1000")].iter().chain(cover) {
        inputs.set(tool.spec().field(key).unwrap(), decimal(value)).unwrap();
    }
    let bars = waterfall(tool.spec(), &inputs, &tool.evaluate(&inputs));
    let written = bars.iter().map(|bar| {
        let step = bar.field.map_or("loss", |field| field.key);
        format!("{step} {} {} [{}, {}]", bar.change.normalize(), bar.total.normalize(), bar.from, bar.to)
    });
    written.collect()
}

#[test]
fn a_covered_loss_falls_step_by_step() {
    let expected = ["loss 1000 1000 [0, 1000]", "insured -600 400 [400, 1000]", "deductible 100 500 [400, 500]"];
    assert_eq!(bars(&[("insured", "0.6"), ("deductible", "100")]), expected);
    assert_eq!(bars(&[]), [""; 0], "no bars without a step");
}
