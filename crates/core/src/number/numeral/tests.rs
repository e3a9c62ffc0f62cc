use super::{NumeralError, read};

#[track_caller]
fn reads(typed: &str, expected: &str) {
    assert_eq!(read(typed).map(|numeral| numeral.value.to_string()), Ok(expected.to_owned()), "{typed}");
}

#[track_caller]
fn refuses(typed: &str, why: NumeralError) {
    assert_eq!(read(typed).map(|numeral| numeral.value), Err(why), "{typed}");
}

#[test]
fn typed_numbers_are_parsed() {
    reads("１２３", "123");
    reads("1,234.5", "1234.5");
    reads("１，２３４．５", "1234.5");
    reads("3万", "30000");
    reads("3 万元", "30000");
    reads("1.2亿", "120000000");
    reads("2万亿", "2000000000000");
    reads("2.5千", "2500");
    reads("3百万", "3000000");
    reads("1千万", "10000000");
    reads("30k", "30000");
    reads("$20K", "20000");
    reads("5%", "5");
    reads("5 ％", "5");
    reads("¥500", "500");
    reads("￥ 500", "500");
    reads("500元", "500");
    reads("USD 1,000", "1000");
    reads("-CHF\u{a0}1,000.50", "-1000.5");
    reads("5 CA$", "5");
    reads(" 42 ", "42");
    reads("1 234 567", "1234567");
    for swiss in ["1'234.50", "1’234.5", "1＇234.5", "CHF 1'234.50"] {
        reads(swiss, "1234.5");
    }
    reads("-1'234'567", "-1234567");
    reads("12'345万", "123450000");
    reads("1\u{a0}234", "1234");
    reads("\u{2212}3", "-3");
    reads("-¥5", "-5");
    reads("¥-5", "-5");
    reads("+7", "7");
    reads("007", "7");
    reads(".5", "0.5");
    reads("5.", "5");
    reads("-0", "0");
    for below_zero in ["(500)", "（500）", "¥(500)", "($500.00)", "( 500 元)", "(5百)"] {
        reads(below_zero, "-500");
    }
    reads("1.50", "1.5");
    reads("\u{200b}12\u{feff}", "12");
}

#[test]
fn percent_and_currency_are_detected() {
    assert_eq!(read("5%").map(|numeral| (numeral.percent, numeral.sign.is_some())), Ok((true, false)));
    assert_eq!(read("$5").map(|numeral| (numeral.percent, numeral.sign.is_some())), Ok((false, true)));
    assert_eq!(read("5").map(|numeral| (numeral.percent, numeral.sign.is_some())), Ok((false, false)));
}

#[test]
fn every_spelling_of_a_sign_has_its_codes() {
    for (typed, codes) in [
        ("USD 500", ["USD"].as_slice()),
        ("ＵＳＤ　５００", &["USD"]),
        ("US$500", &["USD"]),
        ("500US$", &["USD"]),
        ("＄500", &["USD", "HKD", "TWD", "AUD", "CAD", "SGD"]),
        ("500 CA$", &["CAD"]),
        ("￥500", &["CNY", "JPY"]),
        ("CN¥500", &["CNY"]),
        ("500日元", &["JPY"]),
        ("3万元", &["CNY"]),
        ("￡5", &["GBP"]),
    ] {
        assert_eq!(read(typed).map(|numeral| numeral.sign.map(|sign| sign.codes)), Ok(Some(codes)), "{typed}");
    }
    assert_eq!(read("5").map(|numeral| numeral.sign), Ok(None));
}

#[test]
fn ambiguous_text_is_refused() {
    refuses("1,5", NumeralError::Separators);
    refuses("1.234,56", NumeralError::Separators);
    refuses("0,123", NumeralError::Separators);
    refuses("1,2345", NumeralError::Separators);
    refuses("1234,567", NumeralError::Separators);
    refuses("1.2.3", NumeralError::Separators);
    refuses("1,234 567", NumeralError::Separators);
    refuses("1 2", NumeralError::Separators);
    refuses(",5", NumeralError::Separators);
    refuses("5,", NumeralError::Separators);
    for odd in
        ["1'5", "1'2345", "1234'567", "0'123", "'500", "5'", "1''234", "1'234,567", "1'234 567", "1.234'5", "1’234'56"]
    {
        refuses(odd, NumeralError::Separators);
    }
}

#[test]
fn text_without_a_number_is_refused() {
    refuses("", NumeralError::Empty);
    refuses(" \u{3000}", NumeralError::Empty);
    for typed in [
        "(500",
        "500)",
        "((500))",
        "-(500)",
        "(-500)",
        "()",
        "(500) (600)",
        "500 (600)",
        "abc",
        "1e5",
        "--5",
        "¥",
        "%",
        "5%%",
        "¥5元",
        "NaN",
        "∞",
        "5 apples",
        ".",
        "-",
        "٣",
        "k",
        "mm",
        "million",
    ] {
        refuses(typed, NumeralError::NotANumber);
    }
}

#[test]
fn latin_magnitudes_are_parsed() {
    reads("1.2w", "12000");
    reads("5 W", "50000");
    reads("1.2 million", "1200000");
    reads("2 Thousand", "2000");
    reads("$3billion", "3000000000");
    for typed in ["1m", "1.5 M", "１ｍ", "$2m"] {
        refuses(typed, NumeralError::Million);
    }
}

#[test]
fn several_cells_are_refused() {
    for typed in ["500\t600", "500\n600", "1\r\n234", "1\t234", "3万\u{2028}5"] {
        refuses(typed, NumeralError::Several);
    }
    reads("\t500\r\n", "500");
}

#[test]
fn digits_match_the_decimals() {
    for digits in ["79228162514264337593543950335", "0.0000000000000000000000000001", "7.9228162514264337593543950335"]
    {
        reads(digits, digits);
    }
    for digits in
        ["79228162514264337593543950336", "0.00000000000000000000000000001", "79228162514264337593543950335.1"]
    {
        refuses(digits, NumeralError::TooManyDigits);
    }
}

#[test]
fn a_magnitude_is_detected() {
    for (typed, scaled) in [("5", false), ("5,000元", false), ("5k", true), ("5万元", true), ("五", true)] {
        assert_eq!(read(typed).map(|numeral| numeral.scaled), Ok(scaled), "{typed}");
    }
}

#[test]
fn too_many_digits_are_refused() {
    refuses(&"9".repeat(30), NumeralError::TooManyDigits);
    refuses(&format!("0.{}1", "0".repeat(40)), NumeralError::TooManyDigits);
    refuses(&format!("{}万亿", "9".repeat(20)), NumeralError::TooManyDigits);
    reads(&format!("1.{}", "0".repeat(40)), "1");
}
