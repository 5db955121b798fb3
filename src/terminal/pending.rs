//! The events that wait to be handled.
//!
//! Mostly these are few, and handled at once. A flood, such as a file that was sent to the terminal by mistake, can take
//! long: then Ctrl-C overtakes what was typed before it, as it does in the kernel's own line.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use super::event::{Event, KeyCode, KeyEvent, KeyModifiers};

/// How long events may wait before Ctrl-C overtakes them.
const LONGEST_LAG: Duration = Duration::from_millis(100);
/// How many events may wait. Further keys are lost, as in the kernel where its own buffer is full.
const LIMIT: usize = 1 << 16;

/// A queue of events in their order, which knows how long it has not been empty.
#[derive(Debug, Default)]
pub(super) struct PendingEvents {
    events: VecDeque<Event>,
    /// How many of them are Ctrl-C.
    interrupts: usize,
    /// Since when the queue has not been empty.
    since: Option<Instant>,
}

impl PendingEvents {
    /// Adds events at the end.
    pub(super) fn extend(&mut self, events: Vec<Event>) {
        for event in events {
            let is_interrupt = is_interrupt(&event);
            if is_interrupt || self.events.len() < LIMIT {
                self.interrupts += usize::from(is_interrupt);
                self.events.push_back(event);
            }
        }
        if !self.events.is_empty() {
            self.since.get_or_insert_with(Instant::now);
        }
    }

    /// Puts a call from another thread before all that was typed. One call that has not been handled stands for several.
    pub(super) fn wake(&mut self) {
        if self.events.front() != Some(&Event::Wake) {
            self.events.push_front(Event::Wake);
            self.since.get_or_insert_with(Instant::now);
        }
    }

    /// Takes out the next event; Ctrl-C is the next one where events have waited for long.
    pub(super) fn next(&mut self) -> Option<Event> {
        let is_late = self.since.is_some_and(|since| since.elapsed() > LONGEST_LAG);
        if is_late && self.interrupts > 0 {
            while self.events.front().is_some_and(|event| !is_interrupt(event)) {
                self.events.pop_front();
            }
        }
        let next = self.events.pop_front();
        self.interrupts -= usize::from(next.as_ref().is_some_and(is_interrupt));
        if self.events.is_empty() {
            self.since = None;
        }
        next
    }

    /// Returns whether nothing waits.
    pub(super) fn is_empty(&self) -> bool {
        self.events.is_empty()
    }
}

fn is_interrupt(event: &Event) -> bool {
    matches!(event, Event::Key(KeyEvent { code: KeyCode::Char('c'), modifiers: KeyModifiers::CONTROL, .. }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(letters: &str) -> Vec<Event> {
        let control = |letter: char| if letter == 'c' { KeyModifiers::CONTROL } else { KeyModifiers::NONE };
        letters.chars().map(|letter| Event::Key(KeyEvent::new(KeyCode::Char(letter), control(letter)))).collect()
    }

    fn rest(pending: &mut PendingEvents) -> Vec<Event> {
        std::iter::from_fn(|| pending.next()).collect()
    }

    #[test]
    fn events_come_in_their_order() {
        let mut pending = PendingEvents::default();
        pending.extend(keys("abcd"));
        pending.wake();
        pending.wake();
        assert_eq!(rest(&mut pending), [vec![Event::Wake], keys("abcd")].concat());
        assert!(pending.is_empty());
    }

    #[test]
    fn ctrl_c_overtakes_what_has_waited_for_long() {
        let mut pending = PendingEvents::default();
        pending.extend(keys("abcde"));
        std::thread::sleep(LONGEST_LAG * 2);
        assert_eq!(rest(&mut pending), keys("cde"));
        pending.extend(keys("abc"));
        assert_eq!(rest(&mut pending), keys("abc"), "it waits no longer than it has been there");
    }

    #[test]
    fn what_waits_has_a_limit_but_ctrl_c_does_not() {
        let mut pending = PendingEvents::default();
        pending.extend(keys(&"a".repeat(LIMIT + 9)));
        pending.extend(keys("bc"));
        // However slow the machine is: none of them has waited for long.
        pending.since = Some(Instant::now() + Duration::from_secs(600));
        let taken = rest(&mut pending);
        assert_eq!((taken.len(), taken.last()), (LIMIT + 1, keys("c").first()));
    }
}
