//! The time, as the program around the dashboard tells it.

/// Wall-clock time, plus seconds on a monotonic clock that all programs on this machine share (`CLOCK_BOOTTIME`).
///
/// The minute is for showing; lengths of time come from the seconds, which nobody can set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// The hour, 0 to 23.
    pub hour: u8,
    /// The minute, 0 to 59.
    pub minute: u8,
    /// Seconds of the monotonic clock.
    pub seconds: u64,
}
