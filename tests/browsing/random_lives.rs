//! Random lives: whatever is pressed, typed, pasted, pointed at, resized and read again, nothing panics, what is selected
//! exists, every screen is whole, Esc leads home, and the same deeds lead to the same screens.
//!
//! 100,000 steps: a hundred lives of a thousand. `CPPCC_LIVES=10000 cargo test --test browsing random_lives` makes ten million of
//! them; `CPPCC_SEED` is the seed of the first life, which is told where one fails.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::generated;
use crate::support;
mod births;
mod data;
mod deed;
mod found;
mod life;
#[cfg(target_os = "linux")]
mod on_terminal;
mod sound;

#[cfg(target_os = "linux")]
use cppcc::text::Lang;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use support::random::number_of;

/// Names how many lives there are to be.
const LIVES: &str = "CPPCC_LIVES";
/// Names the seed of the first.
const SEED: &str = "CPPCC_SEED";
/// How many there are, where nobody asks for more.
const USUAL_LIVES: u64 = 100;
/// One life in so many is lived twice.
const TWICE: u64 = 20;

#[test]
fn whatever_is_done_the_dashboard_stays_sound() {
    let (first, lives) = (number_of(SEED, 1), number_of(LIVES, USUAL_LIVES));
    let next = AtomicU64::new(0);
    let work = || {
        let data = births::Births::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= lives {
                return;
            }
            let seed = first + number;
            let screens = life::live(seed, &data);
            if number.is_multiple_of(TWICE) {
                assert_eq!(life::live(seed, &data), screens, "the same deeds led to other screens in life {seed}");
            }
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from).min(8);
    thread::scope(|scope| {
        let working: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        for thread in working {
            if let Err(panic) = thread.join() {
                std::panic::resume_unwind(panic);
            }
        }
    });
}

/// How long each life on a terminal is.
#[cfg(target_os = "linux")]
const ON_TERMINAL: std::time::Duration = std::time::Duration::from_secs(7);

/// The terminals: with every colour, with 256, and with sixteen on a light ground.
#[cfg(target_os = "linux")]
const TERMINALS: [(Lang, on_terminal::Environment<'static>); 3] = [
    (Lang::Zh, &[("COLORTERM", "truecolor")]),
    (Lang::En, &[]),
    (Lang::Zh, &[("TERM", "linux"), ("COLORFGBG", "0;15")]),
];

#[cfg(target_os = "linux")]
#[test]
fn the_terminal_shows_after_differences_what_it_shows_after_a_whole_frame() {
    let first = number_of(SEED, 1);
    let time = ON_TERMINAL * u32::try_from(number_of(LIVES, USUAL_LIVES).div_ceil(USUAL_LIVES)).unwrap();
    thread::scope(|scope| {
        let lives: Vec<_> = (first..)
            .zip(TERMINALS)
            .map(|(seed, (lang, environment))| {
                scope.spawn(move || on_terminal::live_on_terminal(seed, lang, environment, time))
            })
            .collect();
        for life in lives {
            let compared = life.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            println!("{compared:?}");
            assert!(compared.pictures > compared.skipped, "{compared:?}");
        }
    });
}
