//! Reads the wall clock and the monotonic clock.

use cppcc::app::Clock;
use jiff::{Timestamp, Zoned};
use rustix::time::{ClockId, clock_gettime};
use std::time::Duration;

/// Returns the time in the system's time zone, and the seconds since the machine was started, sleep included.
pub fn now() -> Clock {
    let zoned = Zoned::now();
    let part = |value: i8| u8::try_from(value).unwrap_or(0);
    Clock { hour: part(zoned.hour()), minute: part(zoned.minute()), seconds: since_start().as_secs() }
}

#[cfg(any(target_os = "linux", target_os = "android"))]
const MONOTONIC: ClockId = ClockId::Boottime;
#[cfg(not(any(target_os = "linux", target_os = "android")))]
const MONOTONIC: ClockId = ClockId::Monotonic;

fn since_start() -> Duration {
    let time = clock_gettime(MONOTONIC);
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    Duration::new(seconds, u32::try_from(time.tv_nsec).unwrap_or(0))
}

/// Returns how long until the minute changes: it does so at once in all time zones. A millisecond is added, so that
/// it has certainly changed by then.
pub fn until_next_minute() -> Duration {
    let past = Timestamp::now().as_millisecond().rem_euclid(60_000);
    Duration::from_millis(u64::try_from(60_000 - past + 1).unwrap_or(1))
}

/// Returns how long until the next second since the machine was started.
pub fn until_next_second() -> Duration {
    let past = u64::from(since_start().subsec_millis());
    Duration::from_millis(1000 - past + 1)
}
