//! The time, as the dashboard is told of it.

/// Wall-clock time, plus seconds on a monotonic clock shared by all processes (`CLOCK_BOOTTIME`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClockReading {
    /// From 0 to 23.
    pub hour: u8,
    /// From 0 to 59.
    pub minute: u8,
    /// On the monotonic clock: setting the wall clock does not move it.
    pub seconds: u64,
}
