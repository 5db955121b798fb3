//! Reading what stands for a figure on a screen back into numbers.

use super::expected::Says;
use cppcc::domain::Measure;
use cppcc::text::Lang;

/// A figure as it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Said {
    Number(f64),
    AtLeast(f64),
    Below(f64),
    About(f64),
    Order(f64),
    Range(f64, f64),
}

/// Reads a figure; `None` where it is not a number.
pub fn read(text: &str, lang: Lang) -> Option<Said> {
    let number = |text: &str| number(text, lang);
    let order = match lang {
        Lang::Zh => text.strip_suffix('级'),
        Lang::En => text.strip_prefix("order "),
    };
    if let Some(order) = order {
        return number(order).map(Said::Order);
    }
    for (sign, said) in [("≥", Said::AtLeast as fn(f64) -> Said), ("<", Said::Below), ("~", Said::About)] {
        if let Some(rest) = text.strip_prefix(sign) {
            return number(rest).map(said);
        }
    }
    match text.split_once('–') {
        Some((low, high)) => Some(Said::Range(number(low)?, number(high)?)),
        None => number(text).map(Said::Number),
    }
}

fn number(text: &str, lang: Lang) -> Option<f64> {
    let units: &[(&str, f64)] = match lang {
        Lang::Zh => &[("亿", 1e8), ("万", 1e4)],
        Lang::En => &[("bn", 1e9), ("M", 1e6)],
    };
    let plain = text.replace(',', "");
    let found = units.iter().find_map(|(unit, size)| Some((plain.strip_suffix(unit)?, *size)));
    let (digits, size) = found.unwrap_or((&plain, 1.0));
    let readable = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    readable.then(|| digits.parse::<f64>().ok())?.map(|number| number * size)
}

/// Whether what is written says what it ought to say: a printed number as it is, and a computed one rounded, the ends
/// of a range outwards.
pub fn agrees(text: &str, ought: &Says, measure: Measure, lang: Lang) -> bool {
    if let Says::Designed(design) = ought {
        return text == design;
    }
    let Some(said) = read(text, lang) else { return false };
    let is_raw = measure == Measure::Raw;
    let exactly = |said: f64, ought: f64| close(said, ought);
    let down = |said: f64, ought: f64| {
        if is_raw { exactly(said, ought) } else { said <= ought * (1.0 + 1e-9) && ought - said < unit(ought) }
    };
    let up = |said: f64, ought: f64| {
        if is_raw { exactly(said, ought) } else { said >= ought * (1.0 - 1e-9) && said - ought < unit(ought) }
    };
    let nearest = |said: f64, ought: f64| {
        if is_raw { exactly(said, ought) } else { (said - ought).abs() <= unit(ought) * 0.5 + 1e-9 }
    };
    match (said, ought) {
        (Said::Number(said), Says::Within { low, low_open: false, high: Some(high), high_open: false }) => {
            close(*low, *high) && nearest(said, *low)
        }
        (Said::Range(least, most), Says::Within { low, low_open: false, high: Some(high), high_open: false }) => {
            low < high && down(least, *low) && up(most, *high)
        }
        // A share ends at 100 per cent, which is not written.
        (Said::AtLeast(least), Says::Within { low, low_open: false, high, .. })
            if high.is_none() || *high == Some(100.0) =>
        {
            down(least, *low)
        }
        (Said::Below(most), Says::Within { low, low_open: true, high: Some(high), high_open: true }) => {
            close(*low, 0.0) && up(most, *high)
        }
        (Said::About(said), Says::Loose { amount, qualifier }) => qualifier == "about" && nearest(said, *amount),
        (Said::Order(said), Says::Loose { amount, qualifier }) => qualifier == "order" && nearest(said, *amount),
        _ => false,
    }
}

/// Whether two numbers are one, but for the last bits of a division.
pub fn close(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs()).max(1e-9)
}

/// The last place that is written of a computed number.
fn unit(number: f64) -> f64 {
    match number {
        size if size >= 100.0 => 1.0,
        size if size >= 10.0 => 0.1,
        size if size >= 0.1 => 0.01,
        size if size >= 0.01 => 0.001,
        _ => 0.0001,
    }
}

/// Whether `shown` is `whole`, or the front of it cut off where there is no more room.
pub fn is_front_of(shown: &str, whole: &str) -> bool {
    shown == whole
        || shown.strip_suffix('…').is_some_and(|front| !front.is_empty() && whole.starts_with(front.trim_end()))
}

/// A text without spaces and line ends: what stays the same wherever a line is broken.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}
