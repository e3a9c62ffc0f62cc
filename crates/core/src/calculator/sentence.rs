//! A result in one sentence, as a person would say it.
//!
//! A calculator declares it with keys in braces: `收不回 {loss}，要多做 {extra_sales} 的生意`. `{margin:label}` is the label of
//! an input, which a choice may change; `{days|day|days}` is a number with its English noun; `{visits*}` is a multiple
//! in words. Text in `[weeks:…]` is included only if that input differs from the example's, text in
//! `[0<break_even<=1:…]` only if that result or input is within the bounds.

use rust_decimal::Decimal;

use crate::calculator::audience::Allowed;
use crate::calculator::card::{self, Card, Line};
use crate::calculator::field::Kind;
use crate::calculator::{Calculator, Evaluation, Inputs, Output, Spec};
use crate::number::format::{Precision, Style};
use crate::text::{Locale, Text};

/// The sentences of a calculator.
#[derive(Clone, Copy, Debug)]
pub struct Sentence {
    /// Without professional steps. It is also shown to customers, so it contains nothing else.
    pub plain: Text,
    /// With at least one removable step, where it says more than `plain`.
    pub with_steps: Option<Text>,
}

/// The sentence for these inputs and results. If a result it needs has no value, the title and the reason.
pub fn sentence(spec: &Spec, inputs: &Inputs, evaluations: &[Evaluation], style: &Style) -> String {
    let has_steps = spec.fields.iter().any(|field| field.removable && inputs.get(field.key) != Some(field.default));
    let steps = spec.sentence.with_steps.filter(|_| has_steps);
    let text = steps.unwrap_or_else(|| spec.wording(inputs).sentence);
    Figures { spec, inputs, evaluations, card_figures: &[], style }.sentence(text)
}

/// The sentence that a customer may see; none if there is nothing to show, or if it would leave out an allowed input
/// beyond the usual values.
pub fn for_customer(
    calculator: &dyn Calculator,
    inputs: &Inputs,
    evaluations: &[Evaluation],
    style: &Style,
    allowed: Allowed,
) -> Option<String> {
    let spec = calculator.spec();
    let figures = Figures { spec, inputs, evaluations, card_figures: &[], style };
    match spec.card {
        Card::Shared => Some(figures.sentence(spec.customer_wording(inputs).sentence)),
        Card::Against(against) if allowed.is_none_or(|key| key == against.input) => {
            let lines = card::lines(calculator, inputs, None);
            let (first, last) = (lines.first()?, lines.last()?);
            let input = spec.field(against.input)?;
            let result = |(_, line): &Line| Some(card::figure(line.output, line.value.ok()?, style));
            let card_figures = [input.quote(first.0), result(first)?, input.quote(last.0), result(last)?];
            let card_figures: Vec<_> = CARD_KEYS.into_iter().zip(card_figures).collect();
            Some(Figures { card_figures: &card_figures, ..figures }.sentence(against.sentence))
        }
        Card::Against(_) | Card::Nothing(_) => None,
    }
}

/// Fills any text with keys in braces with these inputs and results.
///
/// # Errors
/// Why a result that it needs has no value.
///
/// ```
/// use abacus_core::calculator::Inputs;
/// use abacus_core::calculator::sentence::fill;
/// use abacus_core::calculators::find;
/// use abacus_core::number::format::Style;
/// use abacus_core::text::Locale;
///
/// let calculator = find("bad-debt").unwrap();
/// let inputs = Inputs::defaults(calculator.spec());
/// let results = calculator.evaluate(&inputs);
/// let filled = fill("{loss} at {margin}: {extra_sales}", calculator.spec(), &inputs, &results, &Style::default_for(Locale::En));
/// assert_eq!(filled.as_deref(), Ok("$500 at 2%: $25,000"));
/// ```
pub fn fill(
    text: &str,
    spec: &Spec,
    inputs: &Inputs,
    evaluations: &[Evaluation],
    style: &Style,
) -> Result<String, &'static str> {
    let mut written = String::new();
    Figures { spec, inputs, evaluations, card_figures: &[], style }.write(text, &mut written)?;
    Ok(written)
}

/// The keys in a sentence.
pub fn keys(text: &str) -> impl Iterator<Item = &str> {
    let inside = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    inside.map(|(key, _)| key.split(['|', ':', '*']).next().unwrap_or_default())
}

/// What the keys of a sentence are replaced with.
#[derive(Clone, Copy)]
struct Figures<'a> {
    spec: &'a Spec,
    inputs: &'a Inputs,
    evaluations: &'a [Evaluation],
    /// The figures of [`CARD_KEYS`].
    card_figures: &'a [(&'static str, String)],
    style: &'a Style,
}

impl Figures<'_> {
    fn sentence(self, text: Text) -> String {
        let mut written = String::new();
        match self.write(text.get(self.style.locale), &mut written) {
            Ok(()) => written,
            Err(reason) => {
                let title = self.spec.title.get(self.style.locale);
                match self.style.locale {
                    Locale::Zh => format!("{title}：{reason}。"),
                    Locale::En => format!("{title}: {reason}."),
                }
            }
        }
    }

    fn write(self, text: &str, written: &mut String) -> Result<(), &'static str> {
        let mut rest = text;
        while let Some(at) = rest.find(['{', '[']) {
            let (before, from) = rest.split_at(at);
            written.push_str(before);
            let close = if from.starts_with('{') { '}' } else { ']' };
            let Some((inside, after)) = from.get(1..).and_then(|inside| inside.split_once(close)) else { break };
            rest = after;
            if close == '}' {
                written.push_str(&self.figure(inside)?);
            } else if let Some((condition, words)) = inside.split_once(':')
                && self.holds(condition)
            {
                self.write(words, written)?;
            }
        }
        written.push_str(rest);
        Ok(())
    }

    /// Whether conditional text is included: the input differs from the example's, or every bound holds. A result
    /// without a value meets no bound.
    fn holds(self, condition: &str) -> bool {
        let mut bounds = condition.split('<');
        let Some(first) = bounds.next().filter(|first| first.len() < condition.len()) else {
            return self.spec.field(condition).is_some_and(|field| self.inputs.get(condition) != Some(field.default));
        };
        let mut low = self.bound(first);
        bounds.all(|bound| {
            let (bound, may_be_equal) = bound.strip_prefix('=').map_or((bound, false), |bound| (bound, true));
            let high = self.bound(bound);
            let is_in_order = low.zip(high).is_some_and(|(low, high)| low < high || may_be_equal && low == high);
            low = high;
            is_in_order
        })
    }

    /// A whole number, or the value of a result or an input.
    fn bound(self, name: &str) -> Option<Decimal> {
        let result = self.evaluations.iter().find(|shown| shown.output.key == name);
        let number = || name.parse::<i64>().ok().map(Decimal::from);
        result.map_or_else(|| number().or_else(|| self.inputs.get(name)), |result| result.value.ok())
    }

    /// The replacement of a key, or why the key has no value.
    fn figure(self, key: &str) -> Result<String, &'static str> {
        let Self { spec, inputs, evaluations, card_figures, style } = self;
        let (key, noun) = key.split_once('|').map_or((key, None), |(key, nouns)| (key, nouns.split_once('|')));
        let (key, is_often) = key.strip_suffix('*').map_or((key, false), |key| (key, true));
        let (key, is_label) = key.split_once(':').map_or((key, false), |(key, _)| (key, true));
        let (value, written) = match (spec.field(key), evaluations.iter().find(|shown| shown.output.key == key)) {
            (Some(field), _) if is_label => (None, spec.label(field, inputs).get(style.locale).to_owned()),
            (Some(field), _) => {
                let value = inputs.get(key).unwrap_or(field.default);
                let sign = if field.kind == Kind::Money { style.sign() } else { "" };
                (Some(value), format!("{sign}{}", field.quote(value)))
            }
            (None, Some(Evaluation { output, value: Ok(value) })) => {
                (Some(*value), spoken_figure(output, *value, style))
            }
            (None, Some(Evaluation { output, value: Err(reason) })) => {
                return Err(output.none(*reason).get(style.locale));
            }
            (None, None) => (
                None,
                card_figures
                    .iter()
                    .find(|(name, _)| *name == key)
                    .map_or_else(String::new, |(_, figure)| figure.clone()),
            ),
        };
        let often = TIMES.iter().zip(1_u32..).find(|(_, times)| is_often && value == Some((*times).into()));
        Ok(match noun {
            _ if is_often => often.map_or_else(|| format!("{written} times"), |(words, _)| (*words).to_owned()),
            Some((one, _)) if value == Some(Decimal::ONE) => format!("{written} {one}"),
            Some((_, many)) => format!("{written} {many}"),
            None => written,
        })
    }
}

/// The keys available in a sentence against usual values: the first and the last of them, each with its result.
const CARD_KEYS: [&str; 4] = ["first", "first_result", "last", "last_result"];

/// Multiples in words, starting with once.
const TIMES: [&str; 7] = ["once", "twice", "three times", "four times", "five times", "six times", "seven times"];

/// A result in a sentence, without the trailing zeros that align a column of figures.
fn spoken_figure(output: &Output, value: Decimal, style: &Style) -> String {
    match output.kind {
        Kind::Money => output.quote(value, style),
        _ => output.figure_to(value, Precision::up_to(output.precision.max_decimals), style),
    }
}

#[cfg(test)]
mod tests {
    use std::iter;

    use super::{CARD_KEYS, for_customer, keys, sentence};
    use crate::calculator::audience::{shared_fields, shared_outputs};
    use crate::calculator::share::decode;
    use crate::calculator::{Card, Inputs, picture};
    use crate::calculators::{CATALOG, find};
    use crate::number::format::Style;
    use crate::text::Locale::{self, En, Zh};

    #[track_caller]
    fn says(id: &str, fragment: &str, locale: Locale, expected: &str) {
        let said = find(id).map(|calculator| {
            let inputs = decode(calculator.spec(), fragment).inputs;
            sentence(calculator.spec(), &inputs, &calculator.evaluate(&inputs), &Style::default_for(locale))
        });
        assert_eq!(said.as_deref(), Some(expected), "{id} {fragment}");
    }

    #[test]
    fn sentences_use_known_keys_and_a_main_result() {
        for calculator in CATALOG {
            let spec = calculator.spec();
            let wordings =
                spec.wording_by_choice.iter().flat_map(|wordings| wordings.options).map(|wording| wording.sentence);
            let texts = iter::once(spec.sentence.plain).chain(spec.sentence.with_steps).chain(wordings);
            for text in texts.flat_map(|text| [text.zh, text.en]) {
                for key in keys(text) {
                    let is_known = spec.field(key).is_some() || spec.output(key).is_some();
                    assert!(is_known, "{calculator:?}: {{{key}}} in “{text}” is neither an input nor a result");
                }
            }
            for locale in Locale::ALL {
                let text = spec.sentence.plain.get(locale);
                let is_result = |key: &str| spec.outputs.iter().take(2).any(|output| output.key == key);
                assert!(keys(text).any(is_result), "{calculator:?}: “{text}” has no main result");
            }
        }
    }

    #[test]
    fn sentences_of_the_examples_read_naturally() {
        for (id, fragment, locale, expected) in [
            ("bad-debt", "", Zh, "收不回 ¥500，净利率 2%，要多做 ¥25,000 的生意才补得回来，是损失的 50 倍。"),
            (
                "bad-debt",
                "",
                En,
                "With a margin of 2%, losing $500 takes $25,000 of extra sales to recover: 50 times the loss.",
            ),
            ("receivables", "", Zh, "净利率 10%，借款年利率 5%：货款拖满 24 个月，利润就全没了。"),
            ("clv", "", Zh, "一位老顾客每次花 ¥9，每周来 4 次，30 年一共花 ¥56,160。"),
            ("clv", "", En, "A regular who spends $9 four times a week spends $56,160 over 30 years."),
            (
                "clv",
                "years=1&visits=1&weeks=40",
                En,
                "A regular who spends $9 once a week, 40 weeks a year, spends $360 over 1 year.",
            ),
            ("activity", "", Zh, "这个月成交 10 单，要谈 30 位、跑 120 次；20 个工作日，每天 6 次。"),
            ("loss-to-visits", "", Zh, "一笔 ¥500 的坏账，要多做 5 单、多跑 60 次；20 天补回，每天多跑 3 次。"),
            ("early-payment", "", Zh, "让客户早付 20 天、少收 2%，等于按 37.24% 的年利率向客户借钱。"),
            ("early-payment", "side=buyer", Zh, "不要 2% 的现金折扣、晚付 20 天，等于按 37.24% 的年利率借钱。"),
            ("credit-decision", "", Zh, "赊出 ¥10,000，90 天后付款：平均每笔盈亏 ¥676.71；赖账的超过 8.77%，就要亏。"),
            (
                "credit-decision",
                "margin=0.01",
                Zh,
                "赊出 ¥10,000，90 天后付款：平均每笔盈亏 -¥223.29；就算没有一个赖账，也要亏。",
            ),
            (
                "credit-decision",
                "margin=0.01",
                En,
                "Selling $10,000 on 90 days of credit brings -$223.29 on average; it loses money even if nobody defaults.",
            ),
            (
                "credit-decision",
                "margin=0.02&days=146",
                En,
                "Selling $10,000 on 146 days of credit brings -$200 on average; not one customer may default.",
            ),
            (
                "credit-decision",
                "margin=0.4&recovered=0.9",
                Zh,
                "赊出 ¥10,000，90 天后付款：平均每笔盈亏 ¥3,856.71；就算全都赖账，也不亏。",
            ),
            (
                "credit-decision",
                "margin=0.4&recovered=0.9",
                En,
                "Selling $10,000 on 90 days of credit brings $3,856.71 on average; it loses nothing even if everybody defaults.",
            ),
            // Everything is recovered, so defaults make no difference.
            ("credit-decision", "recovered=1", En, "Selling $10,000 on 90 days of credit brings $876.71 on average."),
            ("status-quo", "people=1", En, "1 person left, at $10,000 each: $10,000 in all."),
            ("bad-debt", "loss=0", En, "With a margin of 2%, losing $0 takes $0 of extra sales to recover."),
        ] {
            says(id, fragment, locale, expected);
        }
    }

    #[test]
    fn a_customer_sentence_uses_only_what_is_shown() {
        for calculator in CATALOG {
            let (spec, inputs) = (calculator.spec(), Inputs::defaults(calculator.spec()));
            let text = match spec.card {
                Card::Shared => spec.customer_wording(&inputs).sentence,
                Card::Against(against) => against.sentence,
                Card::Nothing(_) => continue,
            };
            let (fields, outputs) = (shared_fields(*calculator, None), shared_outputs(*calculator, None));
            let is_shown = |key: &str| {
                fields.iter().any(|field| field.key == key)
                    || outputs.iter().any(|output| output.key == key)
                    || matches!(spec.card, Card::Against(_)) && CARD_KEYS.contains(&key)
            };
            let drawn = if matches!(spec.card, Card::Shared) { picture::keys(spec.picture) } else { Vec::new() };
            for key in [text.zh, text.en].into_iter().flat_map(keys).chain(drawn) {
                assert!(is_shown(key), "{calculator:?}: {{{key}}} is not for customers");
            }
        }
    }

    #[test]
    fn a_sentence_against_usual_values_hides_own_values() {
        for (id, fragment, expected) in [
            (
                "bad-debt",
                "margin=0.135&insured=0.5",
                Some("¥500 收不回来，利润率 2% 要多做 ¥25,000 的生意才补得回来，6% 也要 ¥8,333。"),
            ),
            (
                "receivables",
                "rate=0.33",
                Some("¥10,000 的货款晚收 90 天，借款年利率 5% 要付 ¥123 利息，15% 就是 ¥370。"),
            ),
            ("early-payment", "", Some("不要 2% 的现金折扣、晚付 20 天，等于按 37.24% 的年利率借钱。")),
            ("clv", "margin=0.3", Some("一位老顾客每次花 ¥9，每周来 4 次，30 年一共花 ¥56,160。")),
            ("dso", "", None),
        ] {
            let said = find(id).and_then(|calculator| {
                let inputs = decode(calculator.spec(), fragment).inputs;
                for_customer(calculator, &inputs, &calculator.evaluate(&inputs), &Style::default_for(Zh), None)
            });
            assert_eq!(said.as_deref(), expected, "{id}");
        }
    }

    #[test]
    fn steps_change_the_sentence() {
        says(
            "bad-debt",
            "insured=0.9&deductible=50&premium=20",
            Zh,
            "收不回 ¥500，保险赔过以后自己还要承担 ¥120；净利率 2%，要多做 ¥6,000 的生意才补得回来，是损失的 12 倍。",
        );
        says(
            "clv",
            "margin=0.3&retention=0.9&discount=0.1",
            En,
            "A regular who spends $9 four times a week is expected to bring $3,081.30 over 30 years, of $3,088.80 without an end, and to stay 10 years.",
        );
    }
}
