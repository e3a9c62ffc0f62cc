//! The chance of reaching a goal, compared with exact fractions.

use abacus_core::Decimal;
use abacus_core::calculator::Inputs;
use abacus_core::number::Undefined;
use abacus_core::number::binomial::Trials;
use num_bigint::BigInt;

/// Whether a chance to a thousandth is exact: Σ C(n, i)·pⁱ·(1−p)ⁿ⁻ⁱ with p = b ÷ a, as a ratio of whole numbers.
fn is_exact(a: u64, b: u64, trials: u32, wanted: u32, chance: Decimal) -> bool {
    let (a, b, rest) = (BigInt::from(a), BigInt::from(b), BigInt::from(a - b));
    let (mut choose, mut part) = (BigInt::from(1), BigInt::ZERO);
    for i in 0..=trials {
        if i >= wanted {
            part += &choose * b.pow(i) * rest.pow(trials - i);
        }
        choose = choose * (trials - i) / (i + 1);
    }
    let doubled: BigInt = part * 2_000 + a.pow(trials);
    let thousandths: BigInt = doubled / (a.pow(trials) * 2);
    thousandths
        == BigInt::from(
            (chance * Decimal::ONE_THOUSAND).mantissa() / 10_i128.pow((chance * Decimal::ONE_THOUSAND).scale()),
        )
}

#[test]
fn chances_agree_with_exact_fractions() {
    for (a, b) in [(3, 1), (2, 1), (5, 2), (10, 9), (4, 3), (20, 1), (7, 4), (1_000, 999), (125, 100)] {
        let ratio = Decimal::from(a) / Decimal::from(b);
        let Some(trials) = Trials::one_in(ratio) else { continue };
        for (n, k) in [(1, 1), (2, 1), (7, 3), (30, 10), (40, 10), (60, 59), (100, 33), (250, 90), (600, 200)] {
            let chance = trials.chance(n, k).unwrap();
            assert!(is_exact(a, b, n, k, chance), "{k} of {n} at {b} in {a}: {chance}");
        }
    }
    let trials = Trials::one_in(3.into()).unwrap();
    for k in [600, 650, 666, 667, 700] {
        assert!(is_exact(3, 1, 2_000, k, trials.chance(2_000, k).unwrap()), "{k}");
    }
}

/// Derives each term from the previous one, so that ten thousand of them can be compared with fractions.
fn exact_thousandths(a: u64, b: u64, trials: u32, wanted: u32) -> BigInt {
    let (b, rest) = (BigInt::from(b), BigInt::from(a - b));
    // The terms from the last one down: bⁿ, then each times i·(a−b) ÷ ((n−i+1)·b), which divides without remainder.
    let (mut term, mut part) = (b.pow(trials), BigInt::ZERO);
    for i in (wanted..=trials).rev() {
        part += &term;
        term = term * i * &rest / (BigInt::from(trials - i + 1) * &b);
    }
    let all = BigInt::from(a).pow(trials);
    (part * 2_000 + &all) / (all * 2)
}

#[test]
fn ten_thousand_prospects_agree_with_exact_fractions() {
    for (a, b, k) in [
        (3, 1, 3_333),
        (3, 1, 3_400),
        (3, 1, 3_250),
        (2, 1, 5_000),
        (5, 2, 4_050),
        (20, 1, 480),
        (5, 4, 8_050),
        (125, 100, 7_920),
    ] {
        let trials = Trials::one_in(Decimal::from(a) / Decimal::from(b)).unwrap();
        let chance = trials.chance(10_000, k).unwrap();
        let thousandths = (chance * Decimal::ONE_THOUSAND).normalize();
        assert_eq!(
            BigInt::from(thousandths.mantissa()),
            exact_thousandths(a, b, 10_000, k),
            "{k} of 10,000 at {b} in {a}"
        );
        assert_eq!(thousandths.scale(), 0);
    }
    assert_eq!(Trials::one_in(3.into()).unwrap().chance(10_001, 3_333), None);
}

#[test]
fn chances_beyond_the_limits_are_meaningless() {
    let activity = abacus_core::calculators::find("activity").expect("a calculator");
    let extra_outputs = |deals: i64, ratio: Decimal| {
        let mut inputs = Inputs::defaults(activity.spec());
        for (key, value) in [("deals", deals.into()), ("prospects", ratio)] {
            inputs.set(activity.spec().field(key).expect("a field"), value).expect("a value");
        }
        activity.extra_outputs(&inputs)
    };
    for (deals, ratio) in [(10, Decimal::ZERO), (10, Decimal::new(5, 1)), (4_000, 3.into())] {
        assert!(
            extra_outputs(deals, ratio).iter().any(|found| found.value == Err(Undefined::Meaningless)),
            "{deals} {ratio}"
        );
    }
    let third = Decimal::new(3_333_333, 6);
    assert!(extra_outputs(10, third).iter().all(|found| found.value.is_ok()));
}
