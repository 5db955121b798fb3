//! Writing numbers: short where that loses nothing, and rounded outwards where a range must still contain the truth.

use super::charset::CharSet;
use super::lang::{Lang, Phrase};

/// How a bound, or the two ends of a range, are written: with signs for the eye, with words to be read aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoundNotation {
    /// `≥150`, or `>=150` where `≥` cannot be drawn in one cell.
    Signs(CharSet),
    /// `至少 150`, `at least 150`
    Words,
}

impl From<CharSet> for BoundNotation {
    fn from(charset: CharSet) -> Self {
        Self::Signs(charset)
    }
}

impl BoundNotation {
    const fn choose(self, unicode: &'static str, ascii: &'static str, words: Phrase, lang: Lang) -> &'static str {
        match self {
            Self::Signs(charset) => charset.pick(unicode, ascii),
            Self::Words => words.get(lang),
        }
    }

    /// Returns what stands before a lower bound that may itself be the value.
    #[must_use]
    pub const fn at_least(self, lang: Lang) -> &'static str {
        self.choose("≥", ">=", Phrase { zh: "至少 ", en: "at least " }, lang)
    }

    /// Returns what stands before an upper bound that is not itself the value.
    #[must_use]
    pub const fn below(self, lang: Lang) -> &'static str {
        self.choose("<", "<", Phrase { zh: "不足 ", en: "under " }, lang)
    }

    /// Returns what stands before an upper bound that may itself be the value.
    #[must_use]
    pub const fn at_most(self, lang: Lang) -> &'static str {
        self.choose("≤", "<=", Phrase { zh: "至多 ", en: "at most " }, lang)
    }

    /// Returns what stands before a number that is no bound to rely on.
    #[must_use]
    pub const fn about(self, lang: Lang) -> &'static str {
        self.choose("~", "~", Phrase { zh: "约 ", en: "about " }, lang)
    }

    /// Returns what joins the two ends of a range.
    #[must_use]
    pub const fn range(self, lang: Lang) -> &'static str {
        self.choose("–", "-", Phrase { zh: " 至 ", en: " to " }, lang)
    }
}

/// A printed number. From ten thousand on it is written in 万 and 亿 (or k, M and bn) where two decimals hold all of
/// it; otherwise with all its digits. A negative one has a minus sign, which a hyphen beside a digit is not.
#[must_use]
pub fn written(number: f64, lang: Lang) -> String {
    if number < 0.0 {
        return format!("{MINUS}{}", written(-number, lang));
    }
    let units: &[(f64, &str)] = match lang {
        Lang::Zh => &[(1e8, "亿"), (1e4, "万")],
        Lang::En => &[(1e9, "bn"), (1e6, "M")],
    };
    for (size, unit) in units {
        let scaled = number / size;
        if scaled >= 1.0 && holds_two_decimals(scaled) {
            return format!("{}{unit}", trimmed(scaled, 2));
        }
    }
    match lang {
        Lang::Zh => format!("{number}"),
        Lang::En => grouped(&format!("{number}")),
    }
}

/// The sign before a negative number.
pub const MINUS: char = '−';

fn holds_two_decimals(number: f64) -> bool {
    let hundredths = number * 100.0;
    (hundredths - hundredths.round()).abs() < 1e-6
}

fn trimmed(number: f64, decimals: usize) -> String {
    let text = format!("{number:.decimals$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// Puts a comma between groups of three digits, as English does: `14,000`.
fn grouped(digits: &str) -> String {
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let mut text = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) && digit.is_ascii_digit() && whole.len() > 3 {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// Which way a computed number is rounded when it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// Down: for the low end of a range.
    Down,
    /// To the nearest: for a number that is known.
    Nearest,
    /// Up: for the high end of a range.
    Up,
}

/// Writes a computed number with about three significant digits: no decimals from 100 on, one from 10 on, two from 0.1
/// on. Smaller numbers get as many as it takes to show two digits.
#[must_use]
pub fn rounded(number: f64, rounding: Rounding) -> String {
    let decimals = match number.abs() {
        size if size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        size if size >= 0.1 || size == 0.0 => 2,
        size if size >= 0.01 => 3,
        _ => 4,
    };
    let scale = 10_f64.powi(decimals);
    let scaled = number * scale;
    // A number that is a whole multiple already must not be moved by the last bit of a division.
    let whole = if (scaled - scaled.round()).abs() < 1e-6 {
        scaled.round()
    } else {
        match rounding {
            Rounding::Down => scaled.floor(),
            Rounding::Nearest => scaled.round(),
            Rounding::Up => scaled.ceil(),
        }
    };
    // A rounded number that is nothing has no sign.
    trimmed(whole / scale + 0.0, usize::try_from(decimals).unwrap_or(0)).replace('-', MINUS.encode_utf8(&mut [0; 4]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_are_short_where_nothing_is_lost() {
        assert_eq!(written(503.0, Lang::Zh), "503");
        assert_eq!(written(6000.0, Lang::Zh), "6000");
        assert_eq!(written(14_000.0, Lang::Zh), "1.4万");
        assert_eq!(written(10_071_722.0, Lang::Zh), "10071722");
        assert_eq!(written(2_700_000_000.0, Lang::Zh), "27亿");
        assert_eq!(written(83.8, Lang::Zh), "83.8");
        assert_eq!(written(6000.0, Lang::En), "6,000");
        assert_eq!(written(14_000.0, Lang::En), "14,000");
        assert_eq!(written(160_000_000.0, Lang::En), "160M");
        assert_eq!(written(2_700_000_000.0, Lang::En), "2.7bn");
        assert_eq!(written(10_071_722.0, Lang::En), "10,071,722");
        assert_eq!(written(1234.5, Lang::En), "1,234.5");
        assert_eq!(written(-3.5, Lang::Zh), "−3.5");
        assert_eq!(written(-14_000.0, Lang::Zh), "−1.4万");
        assert_eq!(written(-14_000.0, Lang::En), "−14,000");
    }

    #[test]
    fn ends_of_a_range_are_rounded_outwards() {
        assert_eq!(rounded(1.666_67, Rounding::Down), "1.66");
        assert_eq!(rounded(1.666_67, Rounding::Nearest), "1.67");
        assert_eq!(rounded(1.661, Rounding::Up), "1.67");
        assert_eq!(rounded(41.916, Rounding::Nearest), "41.9");
        assert_eq!(rounded(144.63, Rounding::Nearest), "145");
        assert_eq!(rounded(0.3 / 0.1, Rounding::Down), "3");
        assert_eq!(rounded(0.0123, Rounding::Nearest), "0.012");
        assert_eq!(rounded(-1.666_67, Rounding::Down), "−1.67");
        assert_eq!(rounded(-1.666_67, Rounding::Up), "−1.66");
    }
}
