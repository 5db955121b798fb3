//! The clock on the wall.

use cppcc::app::Now;
use jiff::{Timestamp, Zoned};
use std::time::Duration;

/// What the clock says in the time zone of the system.
pub fn now() -> Now {
    let zoned = Zoned::now();
    let part = |value: i8| u8::try_from(value).unwrap_or(0);
    let seconds = u64::try_from(zoned.timestamp().as_second()).unwrap_or(0);
    Now { hour: part(zoned.hour()), minute: part(zoned.minute()), seconds }
}

/// How long until the minute changes.
pub fn until_next_minute() -> Duration {
    until_next(60_000)
}

/// How long until the second changes.
pub fn until_next_second() -> Duration {
    until_next(1000)
}

/// How long until the number of milliseconds since 1970 is a multiple of `step`, which is no more than a minute: the
/// minutes of all time zones begin together. A millisecond later, so that it has changed for certain.
fn until_next(step: i64) -> Duration {
    let over = Timestamp::now().as_millisecond().rem_euclid(step);
    Duration::from_millis(u64::try_from(step - over + 1).unwrap_or(1))
}
