//! Units as products of powers of a few base units, for dimensional analysis of formulas: money/visit × visits/week ×
//! weeks/year × years = money.

use crate::text::{Locale, Text, text};

macro_rules! base_units {
    ($($(#[$doc:meta])* $field:ident $constant:ident $zh:literal $one:literal $many:literal;)+) => {
        /// A product of powers of base units; [`Unit::NONE`] is a plain number or a ratio.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct Unit { $($field: i8),+ }

        impl Unit {
            /// No unit: a plain number or a ratio.
            pub const NONE: Self = Self { $($field: 0),+ };
            $($(#[$doc])* pub const $constant: Self = Self { $field: 1, ..Self::NONE };)+

            /// The unit of a product.
            #[must_use]
            pub const fn times(self, other: Self) -> Self {
                Self { $($field: self.$field.saturating_add(other.$field)),+ }
            }

            /// The unit of a quotient.
            #[must_use]
            pub const fn per(self, other: Self) -> Self {
                Self { $($field: self.$field.saturating_sub(other.$field)),+ }
            }

            fn powers(self) -> impl Iterator<Item = (i8, Text, &'static str)> {
                [$((self.$field, text($zh, $many), $one)),+].into_iter()
            }
        }
    };
}

base_units! {
    /// An amount of money in the user's currency.
    money MONEY "" "" "";
    /// A visit: by a customer to a shop, or by a rep to a prospect.
    visit VISIT "次" "visit" "visits";
    /// A prospective customer.
    prospect PROSPECT "位" "prospect" "prospects";
    /// A written offer.
    proposal PROPOSAL "份" "proposal" "proposals";
    /// A demonstration.
    demo DEMO "场" "demonstration" "demonstrations";
    /// A deal that is closed.
    deal DEAL "单" "deal" "deals";
    /// A customer, as a company.
    customer CUSTOMER "家" "customer" "customers";
    /// One of the customer's people.
    person PERSON "人" "person" "people";
    /// An hour.
    hour HOUR "小时" "hour" "hours";
    /// A day.
    day DAY "天" "day" "days";
    /// A week.
    week WEEK "周" "week" "weeks";
    /// A month.
    month MONTH "月" "month" "months";
    /// A year.
    year YEAR "年" "year" "years";
}

impl Unit {
    /// The unit beside a figure: `次/周`, `visits / week`, `per visit`. Empty for money and plain
    /// numbers.
    pub fn label(self, locale: Locale) -> String {
        self.label_of("", locale)
    }

    /// The same, with a name for money: `元/次`, `USD / visit`.
    pub fn label_of(self, money: &str, locale: Locale) -> String {
        let mut above = money.to_owned();
        let mut below = Vec::new();
        for (power, name, one) in self.powers() {
            match power {
                1.. => above.push_str(name.get(locale)),
                0 => {}
                _ => below.push(match locale {
                    Locale::Zh => name.zh,
                    Locale::En => one,
                }),
            }
        }
        match (locale, above.is_empty(), below.is_empty()) {
            (_, _, true) => match (locale, above.as_str()) {
                // 月 alone means a calendar month, 个月 a number of months.
                (Locale::Zh, "月") => "个月".to_owned(),
                _ => above,
            },
            (Locale::Zh, true, _) => format!("每{}", below.join("每")),
            (Locale::En, true, _) => format!("per {}", below.join(" per ")),
            (Locale::Zh, false, _) => format!("{above}/{}", below.join("/")),
            (Locale::En, false, _) => format!("{above} / {}", below.join(" / ")),
        }
    }
}
