//! Two dashboards of one user that change the same deck at the same moment: both changes are there afterwards.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use std::time::{Duration, Instant};
use support::pty::Session;

#[test]
fn of_two_slides_that_are_added_at_once_both_stay() {
    const ROUNDS: usize = 60;
    let home = support::private_folder();
    let deck = home.path().join("cppcc/deck.toml");
    let mut sessions = [Session::of_program_at(home.path(), &[]), Session::of_program_at(home.path(), &[])];
    for (session, city) in sessions.iter_mut().zip(["2", "2\x1b[C\x1b[C\x1b[C"]) {
        session.wait_for_text("政协看板");
        session.send(city);
        session.wait_until_quiet();
    }
    for round in 1..=ROUNDS {
        // Another figure each time: the same again would be asked about. The cities have fewer than there are rounds.
        for (session, next_city) in sessions.iter_mut().zip([[25, 45], [45, 0]]) {
            session.send(if next_city.contains(&round) { "\x1b[C" } else { "\x1b[B" });
        }
        // Checking a long deck takes longer than what is tested here.
        let _ = std::fs::remove_file(&deck);
        for session in &mut sessions {
            session.send("+");
        }
        let begun = Instant::now();
        let slides = || std::fs::read_to_string(&deck).unwrap_or_default().matches("[[deck.slide]]").count();
        while slides() < 2 {
            assert!(begun.elapsed() < Duration::from_secs(20), "round {round}: {} slides", slides());
            for session in &mut sessions {
                session.screen();
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        assert_eq!(slides(), 2, "round {round}");
    }
    // The lock of the last change is gone as soon as that is done.
    let names = || -> Vec<_> {
        let entries = std::fs::read_dir(deck.parent().unwrap()).unwrap();
        entries.map(|one| one.unwrap().file_name().into_string().unwrap()).collect()
    };
    let begun = Instant::now();
    while names() != ["deck.toml"] {
        assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", names());
        std::thread::sleep(Duration::from_millis(20));
    }
}
