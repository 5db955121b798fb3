//! Numbers as they are printed, without the rounding of a floating-point number.

use std::cmp::Ordering;
use std::fmt;

/// A number as a fraction in its lowest terms, so that 1.5万亿 and 三分之一 are held as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    numerator: i128,
    /// Always greater than zero.
    denominator: i128,
}

impl Quantity {
    /// Zero, as in 〇.
    pub const ZERO: Self = Self::whole(0);
    /// One, as in 一.
    pub const ONE: Self = Self::whole(1);

    /// Returns a whole number.
    #[must_use]
    pub const fn whole(number: i64) -> Self {
        // Widening; `From` is not const.
        Self { numerator: number as i128, denominator: 1 }
    }

    /// Returns a fraction in its lowest terms; `None` over zero.
    #[must_use]
    pub fn fraction(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        let divisor = greatest_divisor(numerator.checked_abs()?, denominator.checked_abs()?) * denominator.signum();
        Some(Self { numerator: numerator / divisor, denominator: denominator / divisor })
    }

    /// Reads ordinary digits with a decimal point among them; `None` where they are too many.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let scale = 10_i128.checked_pow(u32::try_from(decimals.len()).ok()?)?;
        Self::fraction(format!("{whole}{decimals}").parse().ok()?, scale)
    }

    /// Adds another; `None` where the sum is too large.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Self::fraction(left.checked_add(right)?, self.denominator.checked_mul(other.denominator)?)
    }

    /// Multiplies with another; `None` where the product is too large.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        let numerator = self.numerator.checked_mul(other.numerator)?;
        Self::fraction(numerator, self.denominator.checked_mul(other.denominator)?)
    }

    /// Divides by another; `None` for a division by zero, or where the quotient is too large.
    #[must_use]
    pub fn over(self, other: Self) -> Option<Self> {
        let numerator = self.numerator.checked_mul(other.denominator)?;
        Self::fraction(numerator, self.denominator.checked_mul(other.numerator)?)
    }

    /// Returns the number with the other sign.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self { numerator: -self.numerator, ..self }
    }

    /// Returns it as a whole number, where it is one.
    #[must_use]
    pub fn as_whole(self) -> Option<i64> {
        if self.denominator == 1 { i64::try_from(self.numerator).ok() } else { None }
    }

    /// Returns whether a file of the data can hold it: a whole number of TOML has 64 bits.
    #[must_use]
    pub fn has_room_in_a_file(self) -> bool {
        self.denominator != 1 || self.as_whole().is_some()
    }

    /// Returns whether a number of the data is this one. A fraction without an end, such as a third, may be rounded to
    /// any number of decimals, but has some.
    #[must_use]
    pub fn is(self, number: f64) -> bool {
        let written = match self.decimals() {
            Some(decimals) => self.with_decimals(decimals),
            None => match format!("{number}").split_once('.') {
                Some((_, decimals)) => self.with_decimals(decimals.len()),
                None => return false,
            },
        };
        // What is written in a file is read to the nearest floating-point number, and so is this.
        written.parse() == Ok(number)
    }

    /// Returns how many decimals write it out whole; `None` where none do.
    fn decimals(self) -> Option<usize> {
        let mut scale = 1_i128;
        for decimals in 0..=30 {
            if scale % self.denominator == 0 {
                return Some(decimals);
            }
            scale = scale.checked_mul(10)?;
        }
        None
    }

    /// Writes it with this many decimals, rounding the half away from zero.
    fn with_decimals(self, decimals: usize) -> String {
        let sign = if self.numerator < 0 { "-" } else { "" };
        let (size, denominator) = (self.numerator.unsigned_abs(), self.denominator.unsigned_abs());
        let mut digits = (size / denominator).to_string();
        let mut rest = size % denominator;
        for _ in 0..decimals {
            rest = rest.saturating_mul(10);
            digits.push_str(&(rest / denominator).to_string());
            rest %= denominator;
        }
        if rest.saturating_mul(2) >= denominator {
            digits = raised(&digits);
        }
        if decimals > 0 {
            digits.insert(digits.len() - decimals, '.');
        }
        format!("{sign}{digits}")
    }
}

/// Adds one to the last of a row of digits.
fn raised(digits: &str) -> String {
    let mut carry = true;
    let mut reversed: Vec<char> = digits.chars().rev().collect();
    for digit in &mut reversed {
        if carry {
            carry = *digit == '9';
            *digit = char::from_digit((digit.to_digit(10).unwrap_or(0) + 1) % 10, 10).unwrap_or('0');
        }
    }
    reversed.extend(carry.then_some('1'));
    reversed.into_iter().rev().collect()
}

const fn greatest_divisor(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    if a == 0 { 1 } else { a }
}

impl PartialOrd for Quantity {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Some(left.cmp(&right))
    }
}

impl fmt::Display for Quantity {
    /// Writes all decimals, or two of those that never end.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.with_decimals(self.decimals().unwrap_or(2)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_number_of_the_data_is_compared_to_the_last_digit() {
        let printed = Quantity::parse("1.5").unwrap().times(Quantity::whole(1_000_000_000_000)).unwrap();
        assert!(printed.is(1.5e12));
        assert!(!printed.is(1_500_000_000_001.0));
        assert!(Quantity::parse("51.76").unwrap().times(Quantity::whole(10_000)).unwrap().is(517_600.0));
        assert!(Quantity::parse("0.3").unwrap().is(0.3));
        assert!(Quantity::parse("3").unwrap().negated().is(-3.0));
    }

    #[test]
    fn a_third_may_be_rounded_but_not_cut_to_a_whole_number() {
        let third = Quantity::fraction(100, 3).unwrap();
        for right in [33.3, 33.33, 33.333, 100.0 / 3.0] {
            assert!(third.is(right), "{right}");
        }
        for wrong in [33.0, 34.0, 33.4, 33.34, 33.0 + 1e-9] {
            assert!(!third.is(wrong), "{wrong}");
        }
        assert_eq!(third.to_string(), "33.33");
        assert!(Quantity::fraction(200, 3).unwrap().is(66.67));
        assert_eq!(Quantity::fraction(29_999, 30_000).unwrap().to_string(), "1.00");
    }

    #[test]
    fn what_is_too_large_is_no_number() {
        assert_eq!(Quantity::parse(&"9".repeat(60)), None);
        assert_eq!(Quantity::fraction(1, 0), None);
        let large = Quantity::parse(&"9".repeat(30)).unwrap();
        assert_eq!(large.times(large), None);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(whole in 0_u64..1_000_000_000_000, decimals in "[0-9]{0,4}") {
            let text = if decimals.is_empty() { whole.to_string() } else { format!("{whole}.{decimals}") };
            let quantity = Quantity::parse(&text).unwrap();
            prop_assert!(quantity.is(text.parse().unwrap()));
            prop_assert_eq!(Quantity::parse(&quantity.to_string()), Some(quantity));
        }
    }
}
