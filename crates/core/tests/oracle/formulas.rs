//! An independent implementation of the calculators, written only from the formulas in the training documents.

use abacus_core::Decimal;

use super::fraction::{Expected, Fraction};

/// The results of a calculator in the order of its outputs, by key; `input` gives the inputs by key.
pub(crate) fn results(calculator: &str, input: &dyn Fn(&str) -> Decimal) -> Vec<(&'static str, Expected)> {
    let value = |key: &str| Fraction::of(input(key));
    match calculator {
        "clv" => lifetime_value(value, input("years").try_into().unwrap(), input("timing").try_into().unwrap()),
        "bad-debt" => bad_debt(value),
        "receivables" => receivables(value),
        "activity" => {
            let deals = value("deals");
            let made = |key: &str| Expected::from((&deals * &value(key)).ceil());
            let mut results = activity(&deals, value);
            results.extend([("total_proposals", made("proposals")), ("total_demos", made("demos"))]);
            results
        }
        "early-payment" => early_payment(value),
        "loss-to-visits" => loss_to_visits(value),
        "status-quo" => status_quo(value),
        "credit-decision" => credit_decision(value),
        "slow-collection" => slow_collection(value),
        "dso" => days_sales_outstanding(value),
        "delivered-value" => delivered_value(value),
        "rhythm-load" => rhythm_load(value),
        "selling-time" => selling_time(value),
        unknown => panic!("implement `{unknown}` in fractions in crates/core/tests/oracle/formulas.rs"),
    }
}

fn lifetime_value(value: impl Fn(&str) -> Fraction, years: u32, timing: u32) -> Vec<(&'static str, Expected)> {
    let weekly = &value("spend") * &value("visits");
    let yearly = &weekly * &value("weeks");
    let revenue = &yearly * &Fraction::whole(years);
    let profit = &yearly * &value("margin");
    let (retention, growth) = (value("retention"), &Fraction::whole(1) + &value("discount"));

    // The customers left in each year, and the present value of what they pay.
    let retained = Fraction::series(&retention, years);
    let Expected::Value(fading) = &retention / &growth else { unreachable!() };
    let later = match timing {
        0 => Fraction::whole(1),
        1 => growth.root(),
        _ => growth.clone(),
    };
    let discounted = &(&profit * &Fraction::series(&fading, years)) / &later;
    let value_at_last = discounted.clone().then(|discounted| &discounted - &value("acquisition"));

    let shrinking = &growth - &retention;
    vec![
        ("value", value_at_last),
        ("revenue", revenue.clone().into()),
        ("weekly", weekly.into()),
        ("yearly", yearly.into()),
        ("gross", (&revenue * &value("margin")).into()),
        ("retained", (&profit * &retained).into()),
        ("discounted", discounted),
        ("endless_start", &(&profit * &growth) / &shrinking),
        ("endless_later", &(&profit * &retention) / &shrinking),
        ("endless_end", &profit / &shrinking),
        ("stay", &Fraction::whole(1) / &(&Fraction::whole(1) - &retention)),
    ]
}

fn bad_debt(value: impl Fn(&str) -> Fraction) -> Vec<(&'static str, Expected)> {
    let after_cover = &value("loss") * &(&Fraction::whole(1) - &value("insured"));
    let after_deductible = &after_cover + &value("deductible");
    let uncovered = &after_deductible + &value("premium");
    vec![
        ("extra_sales", &uncovered / &value("margin")),
        ("multiple", &uncovered / &(&value("margin") * &value("loss"))),
        ("after_cover", after_cover.into()),
        ("after_deductible", after_deductible.into()),
        ("uncovered", uncovered.into()),
    ]
}

fn receivables(value: impl Fn(&str) -> Fraction) -> Vec<(&'static str, Expected)> {
    let years = &value("margin") / &value("rate");
    let owed = &(&value("invoice") * &value("rate")) * &value("days");
    let profit = &value("invoice") * &value("margin");
    let Expected::Value(interest) = &owed / &Fraction::whole(365) else { unreachable!() };
    vec![
        ("months", years.clone().then(|years| &years * &Fraction::whole(12))),
        ("days_to_zero", years.then(|years| &years * &Fraction::whole(365))),
        ("interest", interest.clone().into()),
        ("profit", profit.clone().into()),
        ("profit_left", (&profit - &interest).into()),
        ("eaten", &interest / &profit),
    ]
}

fn activity(deals: &Fraction, value: impl Fn(&str) -> Fraction) -> Vec<(&'static str, Expected)> {
    let prospects = (deals * &value("prospects")).ceil();
    let visits = (&prospects * &value("visits")).ceil();
    vec![
        ("per_day", (&visits / &value("days")).then(|a_day| a_day.ceil())),
        ("total_prospects", prospects.into()),
        ("total_visits", visits.into()),
    ]
}

fn early_payment(value: impl Fn(&str) -> Fraction) -> Vec<(&'static str, Expected)> {
    let per_period = &value("discount") / &(&Fraction::whole(1) - &value("discount"));
    let Expected::Value(periods) = &value("days_in_year") / &value("days_sooner") else { unreachable!() };
    vec![("yearly_cost", per_period.clone().then(|rate| &rate * &periods)), ("per_period", per_period)]
}

fn loss_to_visits(value: impl Fn(&str) -> Fraction) -> Vec<(&'static str, Expected)> {
    let Expected::Value(extra_sales) = &value("loss") / &value("margin") else { unreachable!() };
    let Expected::Value(deals) = (&extra_sales / &value("deal_size")).then(|deals| deals.ceil()) else {
        unreachable!()
    };
    let mut results = activity(&deals, value);
    results.splice(1..1, [("extra_sales", extra_sales.into()), ("deals", deals.into())]);
    results
}

fn status_quo(value: impl Fn(&str) -> Fraction) -> Vec<(&'static str, Expected)> {
    let per_person = &(&value("months") * &value("wage")) + &value("extra");
    let cost = &value("people") * &per_person;
    let saved = &cost * &value("solved");
    vec![
        ("cost", cost.into()),
        ("per_person", per_person.into()),
        ("saved", saved.clone().into()),
        ("net", (&saved - &value("price")).into()),
        ("payback", &value("price") / &saved),
    ]
}

fn credit_decision(value: impl Fn(&str) -> Fraction) -> Vec<(&'static str, Expected)> {
    let one = Fraction::whole(1);
    let lost = &one - &value("recovered");
    let Expected::Value(years) = &value("days") / &Fraction::whole(365) else { unreachable!() };
    let waiting = &value("rate") * &years;
    let share = &(&value("margin") - &(&value("default") * &lost)) - &waiting;
    let break_even = &(&value("margin") - &waiting) / &lost;
    let one_in = match &break_even {
        Expected::Value(rate) => &one / rate,
        Expected::Undefined => Expected::Undefined,
    };
    vec![("expected", (&value("amount") * &share).into()), ("break_even", break_even), ("one_in", one_in)]
}

fn slow_collection(value: impl Fn(&str) -> Fraction) -> Vec<(&'static str, Expected)> {
    let Expected::Value(a_day) = &value("sales") / &Fraction::whole(365) else { unreachable!() };
    let tied_up = &a_day * &value("days");
    vec![
        ("cost", (&tied_up * &value("rate")).into()),
        ("tied_up", tied_up.into()),
        ("per_day", (&a_day * &value("rate")).into()),
    ]
}

fn days_sales_outstanding(value: impl Fn(&str) -> Fraction) -> Vec<(&'static str, Expected)> {
    let turnover = &value("receivables") / &value("sales");
    let days = turnover.then(|turnover| &turnover * &value("days_in_period"));
    vec![("dso", days.clone()), ("overdue_days", days.then(|days| &days - &value("terms")))]
}

fn delivered_value(value: impl Fn(&str) -> Fraction) -> Vec<(&'static str, Expected)> {
    let cost = |whose: &str| &value(&format!("price_{whose}")) + &value(&format!("effort_{whose}"));
    let delivered = |whose: &str| &value(&format!("value_{whose}")) - &cost(whose);
    let (ours, theirs) = (delivered("ours"), delivered("theirs"));
    let edge = &ours - &theirs;
    // A price higher by the edge leaves no edge.
    let top_price = &value("price_ours") + &edge;
    vec![("edge", edge.into()), ("ours", ours.into()), ("theirs", theirs.into()), ("top_price", top_price.into())]
}

fn rhythm_load(value: impl Fn(&str) -> Fraction) -> Vec<(&'static str, Expected)> {
    let mut a_day = Fraction::whole(0);
    for (grade, rhythm) in [("a", 1), ("b", 5), ("c", 10), ("d", 20), ("e", 240)] {
        let Expected::Value(contacts) = &value(grade) / &Fraction::whole(rhythm) else { unreachable!() };
        a_day = &a_day + &contacts;
    }
    let (needed, capacity) = (&a_day * &value("days"), &value("per_day") * &value("days"));
    vec![
        ("load", &needed / &capacity),
        ("needed", needed.clone().into()),
        ("capacity", capacity.clone().into()),
        ("spare", (&capacity - &needed).into()),
    ]
}

fn selling_time(value: impl Fn(&str) -> Fraction) -> Vec<(&'static str, Expected)> {
    let all = ["paper", "customers", "travel", "team"].iter().fold(Fraction::whole(0), |sum, key| &sum + &value(key));
    let a_visit = &value("hours_per_visit") * &value("days");
    let wanted = &(&value("target") * &value("days")) * &value("hours_per_visit");
    vec![
        ("visits_per_day", &value("customers") / &a_visit),
        ("share", &value("customers") / &all),
        ("hours_missing", (&wanted - &value("customers")).into()),
    ]
}
