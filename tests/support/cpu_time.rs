//! How long work takes where nothing else goes on: the time of the processor, and not that of the clock.

use rustix::time::{ClockId, clock_gettime};
use std::time::Duration;

/// Returns the time that the processor has spent on this thread, with what the work gives.
pub fn cpu_time<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let before = spent();
    let result = work();
    (spent().saturating_sub(before), result)
}

fn spent() -> Duration {
    Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).expect("a time that goes on")
}
