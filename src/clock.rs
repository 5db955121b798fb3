//! The clock on the wall, and one that nobody sets.

use cppcc::app::Clock;
use jiff::{Timestamp, Zoned};
use rustix::time::{ClockId, clock_gettime};
use std::time::Duration;

/// What the clock says in the time zone of the system, and the seconds since the machine was started. The latter go on
/// through sleep and whatever is done to the clock, and are the same for all programs on the machine.
pub fn now() -> Clock {
    let zoned = Zoned::now();
    let part = |value: i8| u8::try_from(value).unwrap_or(0);
    Clock { hour: part(zoned.hour()), minute: part(zoned.minute()), seconds: since_start().as_secs() }
}

#[cfg(any(target_os = "linux", target_os = "android"))]
const STEADY: ClockId = ClockId::Boottime;
#[cfg(not(any(target_os = "linux", target_os = "android")))]
const STEADY: ClockId = ClockId::Monotonic;

fn since_start() -> Duration {
    let time = clock_gettime(STEADY);
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    Duration::new(seconds, u32::try_from(time.tv_nsec).unwrap_or(0))
}

/// How long until the minute changes on the wall: the minutes of all time zones begin together. A millisecond later, so
/// that it has changed for certain.
pub fn until_next_minute() -> Duration {
    let over = Timestamp::now().as_millisecond().rem_euclid(60_000);
    Duration::from_millis(u64::try_from(60_000 - over + 1).unwrap_or(1))
}

/// How long until the next second since the machine was started.
pub fn until_next_second() -> Duration {
    let over = u64::from(since_start().subsec_millis());
    Duration::from_millis(1000 - over + 1)
}
