//! What a number format says about its numbers.

/// What a number represents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum FormatKind {
    #[default]
    Number,
    /// A ratio, shown as a percentage.
    Percent,
    /// A day, perhaps with a time.
    Day,
    /// A time of day.
    Time,
    /// A duration, in days.
    Duration,
}

impl FormatKind {
    /// The meaning of a built-in format, by its id. 27 to 36 and 50 to 58 are those of China, Japan and Korea.
    pub(crate) const fn of_built_in(id: u32) -> Self {
        match id {
            9 | 10 => Self::Percent,
            14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => Self::Day,
            18..=21 | 32..=35 | 45 | 47 | 55 | 56 => Self::Time,
            46 => Self::Duration,
            _ => Self::Number,
        }
    }

    /// The meaning of a format by its code: `yyyy"年"m"月"d"日"`, `[h]:mm`, `0.0%`. Only its first section counts, which
    /// is for positive numbers.
    pub(crate) fn of_code(code: &str) -> Self {
        let mut found = CodeParts::default();
        let mut rest = code.chars();
        while let Some(letter) = rest.next() {
            match letter {
                // Quoted text.
                '"' => _ = rest.by_ref().find(|letter| *letter == '"'),
                '\\' | '_' | '*' => _ = rest.next(),
                // A colour, a condition, a locale, a currency; or elapsed time beyond 24 hours.
                '[' => {
                    let inside: String = rest.by_ref().take_while(|letter| *letter != ']').collect();
                    let is_part = |letter: char| matches!(letter, 'h' | 'H' | 'm' | 'M' | 's' | 'S');
                    found.has_duration |= !inside.is_empty() && inside.chars().all(is_part);
                }
                ';' => break,
                _ => found.take(letter),
            }
        }
        match found {
            // The day of the week, as Chinese programs write it.
            _ if code.contains("aaa") => Self::Day,
            CodeParts { has_duration: true, .. } => Self::Duration,
            CodeParts { has_day: true, .. } => Self::Day,
            CodeParts { has_time: true, .. } => Self::Time,
            // An `m` beside neither hours nor seconds is a month.
            CodeParts { has_m: true, .. } => Self::Day,
            CodeParts { has_percent: true, .. } => Self::Percent,
            _ => Self::Number,
        }
    }
}

/// What was found in a format code.
#[derive(Default)]
#[allow(clippy::struct_excessive_bools)]
struct CodeParts {
    has_duration: bool,
    has_day: bool,
    has_time: bool,
    has_m: bool,
    has_percent: bool,
}

impl CodeParts {
    fn take(&mut self, letter: char) {
        match letter.to_ascii_lowercase() {
            'y' | 'd' => self.has_day = true,
            'h' | 's' => self.has_time = true,
            'm' => self.has_m = true,
            '%' => self.has_percent = true,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::FormatKind;

    #[test]
    fn quoted_text_in_a_format_code_is_ignored() {
        for (code, kind) in [
            ("General", FormatKind::Number),
            ("G/通用格式", FormatKind::Number),
            ("#,##0.00", FormatKind::Number),
            ("#,##0.00 \"dollars\"", FormatKind::Number),
            ("[$USD] #,##0.00;[Red]-[$USD] #,##0.00", FormatKind::Number),
            ("0.00E+00", FormatKind::Number),
            ("_-* #,##0.00\\ \"kr\"_-", FormatKind::Number),
            ("0\\d", FormatKind::Number),
            ("#,##0\"万元\"", FormatKind::Number),
            ("0.0%", FormatKind::Percent),
            ("0%;[Red]-0%", FormatKind::Percent),
            ("0\"%\"", FormatKind::Number),
            ("yyyy-mm-dd", FormatKind::Day),
            ("yyyy\"年\"m\"月\"d\"日\"", FormatKind::Day),
            ("[$-804]aaaa;@", FormatKind::Day),
            ("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", FormatKind::Day),
            ("m/d/yy h:mm", FormatKind::Day),
            ("mmm", FormatKind::Day),
            ("mm:ss.0", FormatKind::Time),
            ("上午/下午h\"时\"mm\"分\"", FormatKind::Time),
            ("h:mm AM/PM", FormatKind::Time),
            ("[h]:mm:ss", FormatKind::Duration),
            ("[Red]0", FormatKind::Number),
            ("[>=100]0;0.0", FormatKind::Number),
            ("", FormatKind::Number),
            ("\"open", FormatKind::Number),
        ] {
            assert_eq!(FormatKind::of_code(code), kind, "{code}");
        }
    }
}
