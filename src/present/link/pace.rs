//! Keeps a flood of messages from keeping a program busy.

use std::thread;
use std::time::{Duration, Instant};

/// How fast messages are taken: as fast as they come while they are few, then as fast as a person could have caused them, and for
/// so long only.
#[derive(Debug)]
pub struct Pace {
    /// How many messages may be taken at once.
    allowance: u32,
    counted: Instant,
    /// How many messages in a row had to wait.
    waits: u32,
}

impl Pace {
    /// The most messages that are taken at once.
    const BURST: u32 = 64;
    /// The time in which one more message may be taken: a key that is held down repeats at a third of this.
    const EACH: Duration = Duration::from_millis(10);
    /// How many messages in a row may have to wait before they count as a flood.
    const MOST_WAITS: u32 = 192;

    /// Returns a pace at which nothing has come yet.
    #[must_use]
    pub fn new() -> Self {
        Self { allowance: Self::BURST, counted: Instant::now(), waits: 0 }
    }

    /// Counts a message, waiting until it may be taken; false where a flood must end.
    pub fn keeps(&mut self) -> bool {
        let earned = self.counted.elapsed().as_millis() / Self::EACH.as_millis();
        if let Ok(earned @ 1..) = u32::try_from(earned) {
            self.allowance = self.allowance.saturating_add(earned).min(Self::BURST);
            self.counted = Instant::now();
        }
        if let Some(rest) = self.allowance.checked_sub(1) {
            self.allowance = rest;
            if rest > Self::BURST / 2 {
                self.waits = 0;
            }
            return true;
        }
        self.waits += 1;
        thread::sleep(Self::EACH);
        // This message has taken what was earned meanwhile.
        self.counted = Instant::now();
        self.waits <= Self::MOST_WAITS
    }
}

impl Default for Pace {
    fn default() -> Self {
        Self::new()
    }
}
