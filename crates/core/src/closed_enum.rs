//! Closed sets of words: an enum, the codes of its variants in records and links, and the labels people read.

/// Declares an enum whose variants carry no data, together with their codes and labels.
///
/// Each variant is followed by its code: its stable name in records, links and markup. The code may be followed by a
/// label in Chinese and English. The enum is `Copy`, can be compared and hashed, and has
///
/// - `ALL`, every variant in declaration order, which is the order of a choice's options,
/// - `code()`, and `label()` if there are labels,
/// - `from_code()`, which parses a code.
///
/// Two variants with the same code do not compile, nor do labels for only some of the variants.
///
/// ```
/// abacus_core::closed_enum! {
///     /// How a talk went.
///     #[derive(PartialOrd, Ord, Default)]
///     pub enum Mood {
///         /// Friendly.
///         Warm = "warm" ("热情", "Warm"),
///         /// Polite, no more.
///         #[default]
///         Cool = "cool" ("冷淡", "Cool"),
///     }
/// }
///
/// assert_eq!(Mood::ALL, [Mood::Warm, Mood::Cool]);
/// assert_eq!(Mood::Warm.code(), "warm");
/// assert_eq!(Mood::Warm.label().en, "Warm");
/// assert_eq!(Mood::from_code("cool"), Some(Mood::default()));
/// assert_eq!(Mood::from_code("hot"), None);
/// ```
///
/// ```compile_fail
/// abacus_core::closed_enum! {
///     /// Which way.
///     pub enum Way {
///         /// Up.
///         Up = "up",
///         /// Down, with the code of the other.
///         Down = "up",
///     }
/// }
/// ```
#[macro_export]
macro_rules! closed_enum {
    ($(#[$meta:meta])* $vis:vis enum $name:ident {
        $($(#[$about:meta])* $variant:ident = $code:literal ($zh:literal, $en:literal)),+ $(,)?
    }) => {
        $crate::closed_enum! { $(#[$meta])* $vis enum $name { $($(#[$about])* $variant = $code),+ } }

        impl $name {
            /// The label people read.
            #[must_use]
            $vis const fn label(self) -> $crate::text::Text {
                match self {
                    $(Self::$variant => $crate::text::text($zh, $en)),+
                }
            }
        }
    };
    ($(#[$meta:meta])* $vis:vis enum $name:ident {
        $($(#[$about:meta])* $variant:ident = $code:literal),+ $(,)?
    }) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        $(#[$meta])*
        $vis enum $name {
            $($(#[$about])* $variant),+
        }

        impl $name {
            /// All variants, in the order in which a choice offers them.
            $vis const ALL: [Self; [$($code),+].len()] = [$(Self::$variant),+];

            /// The stable name of this variant in records, links and markup.
            #[must_use]
            $vis const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code),+
                }
            }

            /// The variant with this [`code`](Self::code).
            #[must_use]
            $vis fn from_code(code: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|one| one.code() == code)
            }
        }

        const _: () = assert!($crate::closed_enum::all_differ(&[$($code),+]), "two variants have the same code");
    };
}

/// Whether all these words differ. Used by the macro in a constant.
#[doc(hidden)]
pub const fn all_differ(mut words: &[&str]) -> bool {
    while let [word, others @ ..] = words {
        let mut left = others;
        while let [other, rest @ ..] = left {
            if equal(word.as_bytes(), other.as_bytes()) {
                return false;
            }
            left = rest;
        }
        words = others;
    }
    true
}

const fn equal(mut one: &[u8], mut other: &[u8]) -> bool {
    while let ([first, rest @ ..], [second, more @ ..]) = (one, other) {
        if *first != *second {
            return false;
        }
        one = rest;
        other = more;
    }
    one.is_empty() && other.is_empty()
}

#[cfg(test)]
mod tests {
    use super::all_differ;
    use crate::text::text;

    crate::closed_enum! {
        /// With labels.
        #[derive(PartialOrd, Ord, Default)]
        enum Size {
            /// Little.
            Small = "small" ("小", "Small"),
            /// Much.
            #[default]
            Big = "big" ("大", "Big"),
        }
    }

    crate::closed_enum! {
        /// Without labels.
        enum Letter {
            /// The first.
            A = "a",
            /// The second.
            B = "b",
        }
    }

    #[test]
    fn variants_are_in_declaration_order() {
        assert_eq!(Size::ALL, [Size::Small, Size::Big]);
        assert!(Size::Small < Size::Big);
        assert_eq!(Letter::ALL.map(Letter::code), ["a", "b"]);
    }

    #[test]
    fn a_code_parses_back_to_its_variant() {
        assert_eq!(Size::ALL.map(|size| Size::from_code(size.code())), Size::ALL.map(Some));
        assert_eq!(Letter::ALL.map(|letter| Letter::from_code(letter.code())), Letter::ALL.map(Some));
        for word in ["", "Small", "smal", "small "] {
            assert_eq!(Size::from_code(word), None, "{word}");
        }
    }

    #[test]
    fn derives_and_labels_are_those_of_the_declaration() {
        assert_eq!(Size::default(), Size::Big);
        assert_eq!(Size::ALL.map(Size::label), [text("小", "Small"), text("大", "Big")]);
    }

    #[test]
    fn all_differ_finds_repeated_words() {
        assert!(all_differ(&[]) && all_differ(&["a", "ab", "", "b"]));
        assert!(!all_differ(&["a", "b", "a"]) && !all_differ(&["", ""]));
    }
}
